/** Runs in both workers: says hello, then prepares one file at a time. All substantial code is in `pipeline/`. */
import { loadDecoder, loadEncoder } from "../jpeg-codec/jpeg-codec.js";
import { findThumbnail } from "../pipeline/find-thumbnail.js";
import { NotAPhoto } from "../pipeline/not-a-photo.js";
import { prepareFile } from "../pipeline/prepare-file.js";
import type { EncodedFile, PrepareResult } from "../pipeline/prepare-job.js";
import { canDrawOffscreen } from "../pixels/canvas.js";
import type { Repertoire } from "../pipeline/repertoire.js";
import type { DrawSheet } from "../pixels/contact-sheet.js";
import type { RewriteJpeg } from "../pipeline/rewrite.js";
import type { WorkerHooks } from "../pixels/encode-in-worker.js";
import type { EncodeJob, EncodeOutcome, EncodePicture } from "../pixels/encode-job.js";
import { capabilities } from "../pixels/probes/capabilities.js";
import { loadKernel } from "../pixels/resample/load-kernel.js";
import type { ImageHeader } from "../shared/types.js";
import { VERSION } from "../shared/version.js";
import { type FromWorker, readMessage, type ToWorker } from "./protocol.js";

const say = (message: FromWorker, moved: Transferable[] = []): void => self.postMessage(message, { transfer: moved });

/** Called once, when a worker starts. */
export function serveJobs(
  encodeWith: (job: EncodeJob, hooks: WorkerHooks) => Promise<EncodeOutcome>,
  repertoire: Repertoire,
  { drawSheet, rewriteJpeg }: { drawSheet?: DrawSheet; rewriteJpeg?: RewriteJpeg } = {},
): void {
  /** State of this worker's only job. */
  let jobId = 0;
  let isStuck = false;
  let grant = () => {};
  let granted = Promise.resolve();

  /** Shared by all jobs, since it caches the probes of the decoders. */
  const encode: EncodePicture = async (job) => {
    await granted;
    return encodeWith(job, { onStep: () => say({ type: "step", id: jobId }), onStuck: () => (isStuck = true) });
  };

  const sheet: DrawSheet | undefined =
    drawSheet &&
    (async (request) => {
      await granted;
      return drawSheet(request);
    });

  async function answer({ id, job }: Extract<ToWorker, { type: "prepare" }>): Promise<void> {
    jobId = id;
    isStuck = false;
    granted = new Promise((resolve) => (grant = resolve));
    try {
      const onHeader = (header: ImageHeader) => say({ type: "header", id, header });
      const image = rewriteJpeg && (await repertoire.rare?.rewrite(job, rewriteJpeg));
      const result: PrepareResult = image
        ? { status: "prepared", image }
        : await prepareFile(job, { ...repertoire, encode, drawSheet: sheet, onHeader });
      say({ type: "done", id, result, isStuck }, movedWith(result));
    } catch (cause) {
      if (cause instanceof NotAPhoto) say({ type: "not-a-photo", id });
      else say({ type: "fault", id, message: String(cause) });
    }
  }

  /** Takes a millisecond between two steps of the job, so that waiting pictures can be shown. */
  async function sendThumbnail({ id, file }: Extract<ToWorker, { type: "thumbnail" }>): Promise<void> {
    const bytes = await findThumbnail(file, repertoire);
    say({ type: "thumbnail", id, bytes }, bytes ? [bytes.buffer] : []);
  }

  self.addEventListener("message", ({ data }) => {
    const message = readMessage<ToWorker>(data, ["prepare", "go", "thumbnail", "ping", "warm"]);
    if (message?.type === "prepare") void answer(message);
    else if (message?.type === "go" && message.id === jobId) grant();
    else if (message?.type === "thumbnail") void sendThumbnail(message);
    else if (message?.type === "ping") say({ type: "step", id: message.id });
    else if (message?.type === "warm") warm();
  });
  say({ type: "hello", able: canDrawOffscreen() && typeof createImageBitmap === "function", version: VERSION });
}

function movedWith(result: PrepareResult): Transferable[] {
  if (result.status === "prepared") return buffersOf(result.image);
  return result.status === "pieces" ? result.images.flatMap(buffersOf) : [];
}

const buffersOf = ({ bytes, rewritable }: EncodedFile): Transferable[] =>
  rewritable ? [bytes.buffer, rewritable.planes.buffer] : [bytes.buffer];

/** A failure here is ignored: it happens again with a picture, and is reported then. */
function warm(): void {
  for (const load of [loadKernel, loadDecoder, loadEncoder, capabilities]) load().catch(() => undefined);
}
