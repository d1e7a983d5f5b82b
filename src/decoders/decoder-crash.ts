import { isError } from "../shared/platform-types.js";

/** The decoder itself broke, whatever the file: it must not be used again. */
export class DecoderCrash extends Error {
  override readonly name = "DecoderCrash";
}

/** A trap (WebAssembly's `RuntimeError`) leaves a module in any state. */
export function isCrash(cause: unknown): boolean {
  return isError(cause) && (cause.name === "DecoderCrash" || cause.name === "RuntimeError");
}
