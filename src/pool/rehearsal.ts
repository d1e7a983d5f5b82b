/**
 * What makes a first photo slow, done before there is one: pictures of our own go the way that photos will go. Code is compiled, memory
 * touched, the weights of the commonest photo made; nothing is kept that a photo would not leave behind.
 */
import type { EncodeJob } from "../pixels/encode-job.js";
import { capabilities } from "../pixels/probes/capabilities.js";
import { encodeImage } from "../pixels/encode.js";
import { WORKER_HOOKS } from "./in-worker.js";
import { loadDecoder } from "../jpeg-codec/decoder/load-decoder.js";
import { nextTurn } from "../shared/next-task.js";
import { rehearsalPicture } from "./rehearsal-picture.js";

/** What most phones take, 12 megapixels at 4:3, turned or not: it lies in the file like this. */
const SOURCE = { width: 4032, height: 3024 };
const TARGET = { width: 1280, height: 960 };
/** Engines speed up what has run for a while. */
const TURNS = 2;
/** A decoder that takes longer is not made quicker by this. */
const TIMEOUT_MS = 2_000;

/** Ends early when the signal fires: a real picture is there. Never rejects: what fails here fails again, and is told of, with a picture. */
export async function rehearse(signal: AbortSignal): Promise<void> {
  try {
    await capabilities();
    // Only our own decoder stops for a picture that comes: in WebKit's, one dropped in the middle took three times as long.
    await loadDecoder();
    const job: EncodeJob = {
      file: await rehearsalPicture(SOURCE, { timeoutMs: TIMEOUT_MS, signal }),
      mediaType: "image/jpeg",
      source: { ...SOURCE, orientation: 1 },
      target: TARGET,
      output: { mediaType: "image/jpeg", quality: 0.85, background: "#ffffff" },
      timeoutMs: TIMEOUT_MS,
      signal,
    };
    const pause = async () => {
      await nextTurn();
      signal.throwIfAborted();
    };
    for (let turn = 0; turn < TURNS && !signal.aborted; turn++) await encodeImage(job, { ...WORKER_HOOKS, pause });
  } catch {
    // Aborted, or there is no canvas to draw on, or no WebAssembly.
  }
}

export interface Rehearsal {
  begin: () => void;
  /** A picture has come: resolves when the kernel, and all else that is shared, is free for it. */
  end: () => Promise<void>;
}

export function createRehearsal(perform: (signal: AbortSignal) => Promise<void> = rehearse): Rehearsal {
  let earnest = new AbortController();
  let underWay = Promise.resolve();
  return {
    begin() {
      earnest = new AbortController();
      underWay = perform(earnest.signal);
    },
    end() {
      earnest.abort();
      return underWay;
    },
  };
}
