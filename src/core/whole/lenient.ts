/** Which engines draw a PNG that lacks half of its rows and say nothing: Firefox and WebKit do, Chromium refuses. Found by trying. */
import type { Engine } from "../engine-contract.js";
import { writePng } from "../icon/png-writer.js";

const SIDE = 8;
const verdicts = new WeakMap<Engine, Promise<boolean>>();

/** Asked once per engine, at the first PNG. Never rejects; when in doubt, the engine is not believed. */
export function isLenientWithPng(engine: Engine, timeoutMs: number): Promise<boolean> {
  const verdict = verdicts.get(engine) ?? drawsHalf(engine, timeoutMs);
  verdicts.set(engine, verdict);
  return verdict;
}

async function drawsHalf(engine: Engine, timeoutMs: number): Promise<boolean> {
  const outcome = await engine.encode({
    file: new Blob([halfPng()], { type: "image/png" }),
    mediaType: "image/png",
    source: { width: SIDE, height: SIDE, orientation: 1 },
    target: { width: SIDE, height: SIDE },
    output: { mediaType: "image/jpeg", quality: 0.5, background: "#ffffff" },
    timeoutMs,
  });
  return outcome.status !== "failed" || outcome.failure !== "undecodable";
}

/** A grey square whose header promises twice as many rows as there are. */
function halfPng(): Uint8Array<ArrayBuffer> {
  return writePng(new Uint8Array(SIDE * (SIDE / 2) * 4).fill(255), SIDE, SIDE / 2, { claimedHeight: SIDE });
}
