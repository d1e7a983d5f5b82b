/** The table of contents: one file's way from first bytes to what is sent, a line a step. `stages.ts` says what is known after each. */
import type { EncodePicture } from "../pixels/encode-job.js";
import { ImageError, throwIfAborted } from "../shared/errors.js";
import { toPlainError } from "../shared/plain-error.js";
import type { ImageHeader } from "../shared/types.js";
import { AppCodeWanted } from "./app-code-wanted.js";
import { encodedChanges, normalizedChanges } from "./changes.js";
import { encodeFile } from "./encode-file.js";
import { inspect } from "./inspect.js";
import { normalizeFile } from "./normalize-file.js";
import { originalInstead, originalThatFits, smallerOriginal } from "./passthrough.js";
import { planFile } from "./plan-file.js";
import type { EncodedFile, PrepareJob, PrepareResult } from "./prepare-job.js";
import { prepared } from "./prepared.js";
import { orVanished } from "./read-file.js";
import { receive } from "./receive.js";
import type { Planned } from "./stages.js";

/** What the pipeline works with, wherever it runs: in a worker, on the page, in Node. */
export interface PrepareTools {
  encode: EncodePicture;
  signal?: AbortSignal | undefined;
  /** Told as soon as the first bytes were read and found acceptable. */
  onHeader?: ((header: ImageHeader) => void) | undefined;
}

/** Rejects only with the signal's reason, or for a fault of ours; every other end is a result. */
export async function prepareFile(job: PrepareJob, tools: PrepareTools): Promise<PrepareResult> {
  try {
    return { status: "prepared", image: await prepare(job, tools) };
  } catch (thrown) {
    throwIfAborted(tools.signal);
    const cause = await orVanished(thrown, job.file, tools.signal);
    if (cause instanceof ImageError) return { status: "rejected", error: toPlainError(cause) };
    if (cause instanceof AppCodeWanted) return wantedOf(cause, job.file);
    throw cause;
  }
}

async function prepare(job: PrepareJob, { encode, signal, onHeader }: PrepareTools): Promise<EncodedFile> {
  const received = receive(job, encode, signal);
  try {
    const inspected = await inspect(received);
    onHeader?.(inspected.originalHeader);
    const normalized = await normalizeFile(inspected);
    const planned = await planFile(normalized);
    return (await originalThatFits(planned)) ?? (await encoded(planned));
  } finally {
    received.original.close();
  }
}

async function encoded(planned: Planned): Promise<EncodedFile> {
  const outcome = await encodeFile(planned).then(
    (image) => ({ image }),
    (cause: unknown) => ({ cause }),
  );
  if ("cause" in outcome) return originalInstead(planned, outcome.cause);
  const { image } = outcome;
  const { settings, app } = planned;
  const changes = () => [
    ...normalizedChanges(planned),
    ...encodedChanges({ ...image, settings, sent: image, byApp: app.compresses }),
  ];
  return smallerOriginal(planned, image) ?? prepared(planned, image, changes(), image.engine);
}

/** The page has the original itself: the app gets that very object, with whatever hangs on it. */
function wantedOf({ result }: AppCodeWanted, original: Blob): PrepareResult {
  return result.status === "compress-by-app" && result.file === original ? { ...result, file: undefined } : result;
}
