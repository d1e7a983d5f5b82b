/** Debian's tesseract as the reader of small text. The picture's blocks are read one by one, so that layout is no part of it. */
import { spawn, spawnSync } from "node:child_process";
import { text as textOf } from "node:stream/consumers";
import sharp from "sharp";
import { characterAccuracy } from "./accuracy.mjs";

/** It was trained on letters of about 30 pixels; the same plain enlargement for every method, or it reads nothing at all. */
const ENLARGE = 4;
/** English, each block one piece of running text. */
const ARGUMENTS = ["-", "-", "-l", "eng", "--psm", "6"];
const READERS = 2;
const TIMEOUT_MS = 60_000;

/** Its version, `undefined` where it is not installed. */
export function findTesseract() {
  const run = spawnSync("tesseract", ["--version"], { encoding: "utf8" });
  return run.status === 0 ? /tesseract (\S+)/.exec(run.stdout + run.stderr)?.[1] : undefined;
}

/** What was read of each block: `{ size, accuracy, characters }`. `size` is that of the letters before shrinking. */
export async function readBlocks(file, blocks) {
  const { width, height } = await sharp(file).metadata();
  const found = new Array(blocks.length);
  const waiting = blocks.map((block, index) => ({ block, index }));
  async function reader() {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { text, size, ...place } = next.block;
      const read = await recognise(await cutOut(file, place, { width, height }));
      found[next.index] = { size, accuracy: characterAccuracy(read, text), characters: text.length };
    }
  }
  await Promise.all(Array.from({ length: READERS }, reader));
  return found;
}

/** Of the whole picture, each character counting once. */
export function meanAccuracy(blocks) {
  const characters = blocks.reduce((sum, block) => sum + block.characters, 0);
  return blocks.reduce((sum, block) => sum + block.accuracy * block.characters, 0) / characters;
}

function cutOut(file, place, { width, height }) {
  const left = Math.floor(place.left * width);
  const top = Math.floor(place.top * height);
  const region = {
    left,
    top,
    width: Math.ceil(place.right * width) - left,
    height: Math.ceil(place.bottom * height) - top,
  };
  return sharp(file)
    .extract(region)
    .greyscale()
    .resize(region.width * ENLARGE, region.height * ENLARGE, { kernel: "cubic", fit: "fill" })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

async function recognise(png) {
  const run = spawn("tesseract", ARGUMENTS, {
    stdio: ["pipe", "pipe", "ignore"],
    timeout: TIMEOUT_MS,
    env: { ...process.env, OMP_THREAD_LIMIT: "1" },
  });
  const ended = new Promise((resolve, reject) => {
    run.on("error", reject);
    run.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`tesseract ended with ${code}.`))));
  });
  run.stdin.end(png);
  const [read] = await Promise.all([textOf(run.stdout), ended]);
  return read;
}
