/** What makes a first picture slow, done before there is one: whole pictures of our own, through the rung that photos will take. */
import type { EncodeJob } from "../core/engine-contract.js";
import { exportBlob, makeSurface, release } from "./canvas.js";
import { encodeImage } from "./encode.js";
import { IN_WORKER } from "./strategies/in-worker.js";

const SOURCE = { width: 1600, height: 1200 };
/**
 * The small ones take every engine's quick way: Chromium's eighths, WebKit's half. The large one, of the size that photos get,
 * touches the memory that they need. All differ, so that each has weights of its own to make. More turns gain nothing that can
 * be measured.
 */
const TARGETS = [{ width: 512, height: 384 }, { width: 1280, height: 960 }, { width: 500, height: 375 }];
/** A decoder that takes longer is not made quicker by this. */
const TIMEOUT_MS = 2_000;

/** Ends early when the signal fires: a real picture is there. Never rejects: what fails here fails again, and is told of, with a picture. */
export async function warmUp(signal: AbortSignal): Promise<void> {
  try {
    const file = await drawPhoto();
    const job: Omit<EncodeJob, "target"> = {
      file,
      mediaType: "image/jpeg",
      source: { ...SOURCE, orientation: 1 },
      output: { mediaType: "image/jpeg", quality: 0.85, background: "#ffffff" },
      timeoutMs: TIMEOUT_MS,
      signal,
    };
    const pause = async () => signal.throwIfAborted();
    for (const target of TARGETS) await encodeImage({ ...job, target }, { strategies: IN_WORKER, place: "worker", pause });
  } catch {
    // Aborted, or no canvas to draw on.
  }
}

export interface Practice {
  /** Begins; again when it was begun before, but never after its end. */
  begin: () => void;
  /** A picture has come: resolves when the kernel, and all that it shares, is free for it. */
  end: () => Promise<void>;
}

export function createPractice(work: (signal: AbortSignal) => Promise<void> = warmUp): Practice {
  const earnest = new AbortController();
  let under = Promise.resolve();
  return {
    begin: () => void (under = under.then(() => (earnest.signal.aborted ? undefined : work(earnest.signal)))),
    end() {
      earnest.abort();
      return under;
    },
  };
}

/** With edges and colours all over, so that coding it takes the ways that coding a photo takes. */
async function drawPhoto(): Promise<Blob> {
  const surface = makeSurface(SOURCE);
  const { context } = surface;
  for (let at = 0; at < 2_000; at++) {
    context.fillStyle = `hsl(${(at * 47) % 360} 60% ${(at * 31) % 100}%)`;
    context.fillRect((at * 389) % SOURCE.width, (at * 227) % SOURCE.height, 20 + ((at * 13) % 60), 10 + ((at * 7) % 50));
  }
  const blob = await exportBlob(surface, "image/jpeg", 0.9);
  release(surface);
  return blob;
}
