/** Runs every target on its part of the inputs. The same seed makes the same inputs. */
import fc from "fast-check";
import type { FuzzTarget } from "./fuzz-target.js";
import { apiErrors } from "./targets/api-errors.js";
import { dropped, pasted } from "./targets/clipboard.js";
import { jpegDecoder } from "./targets/jpeg-decoder.js";
import { json } from "./targets/json.js";
import { metadataStrip, soundStrip } from "./targets/metadata-strip.js";
import { largePictures, pictures } from "./targets/pictures.js";
import { plan } from "./targets/plan.js";
import { request } from "./targets/request.js";
import { addresses, localNames, privateAddresses } from "./targets/urls.js";

export const targets: readonly FuzzTarget[] = [
  pictures,
  largePictures,
  metadataStrip,
  soundStrip,
  jpegDecoder,
  plan,
  json,
  request,
  apiErrors,
  addresses,
  privateAddresses,
  localNames,
  pasted,
  dropped,
];

/** A counterexample may be a file of 400 kB. */
const MAX_REPORT_CHARS = 6_000;

export interface FuzzResult {
  /** Inputs that were tried, the ones used for shrinking a counterexample not counted. */
  inputs: number;
  /** The failure, and fast-check's description of the smallest counterexample; `undefined` if there is none. */
  failure: string | undefined;
}

/** `runs`: inputs of all targets together. */
export async function fuzz(
  { property, share }: FuzzTarget,
  { seed, runs }: { seed: number; runs: number },
): Promise<FuzzResult> {
  const numRuns = Math.ceil((runs * share) / 1000);
  const details = await fc.check(property(), { seed, numRuns });
  return {
    inputs: details.numRuns,
    failure: details.failed
      ? `${String(details.errorInstance)}\n${fc.defaultReportMessage(details)}`.slice(0, MAX_REPORT_CHARS)
      : undefined,
  };
}
