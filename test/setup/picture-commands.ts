/**
 * What a test in a page asks of Node: whether a finished picture shows what its file shows, by decoders that are no browser's,
 * and a journal of the file in hand, so that a page that dies has said of which.
 */
import { readFileSync } from "node:fs";
import type { BrowserCommand } from "vitest/node";
import { distance, type Distance } from "../fixtures/reference/compare.js";
import { hostileFiles } from "../fixtures/hostile/all.js";
import { bombs } from "../fixtures/hostile/bombs.js";
import { privateFiles, SECRET } from "../fixtures/hostile/private-files.js";
import { colourFiles, PATCH_PX } from "../fixtures/reference/colour-files.js";
import { leftovers } from "../fixtures/reference/leftovers.js";
import { referenceOf, type Reference } from "../fixtures/reference/reference-pixels.js";
import sharp from "sharp";
import { oncePerProcess } from "./memo.js";
import { sharedFolder } from "./shared-folder.js";

/** A path below `../shared`, or the file itself in base64. */
export type PictureSource = { path: string } | { base64: string };

export interface Verdict {
  /** Of the finished picture, as an independent decoder sees it. */
  sent: { width: number; height: number; format: string };
  /** Of the source, upright; `undefined` when no reference decoder reads it, and then there is no distance either. */
  reference: { width: number; height: number } | undefined;
  distance: Distance | undefined;
  /** Standard deviation of the liveliest channel: 0 for a picture of one colour. */
  liveliness: number;
  /** What is in the file beyond the picture. */
  leftovers: string[];
}

export interface JournalEntry {
  browser: string;
  set: "shared" | "made";
  category: string;
  name: string;
  /** As the manifest or the maker of the file says. */
  expected: string;
  /** Of the refusal; `undefined`: a picture came out. */
  code: string | undefined;
  said: string;
  ms: number;
}

export interface Journal {
  /** The file that each browser works on. */
  open: Map<string, string>;
  userAgents: Map<string, string>;
  done: JournalEntry[];
}

const references = oncePerProcess("references", () => new Map<string, Promise<Reference | undefined>>());
/** Of this process, for reporters. */
export const journal = oncePerProcess("journal", (): Journal => ({ open: new Map(), userAgents: new Map(), done: [] }));

function referenceFor(source: PictureSource): Promise<Reference | undefined> {
  const read = (bytes: Buffer) => referenceOf(bytes).catch(() => undefined);
  if ("base64" in source) return read(Buffer.from(source.base64, "base64"));
  const known = references.get(source.path) ?? read(readFileSync(`${sharedFolder}/${source.path}`));
  references.set(source.path, known);
  return known;
}

const judgePicture: BrowserCommand<[source: PictureSource, sentBase64: string]> = async (
  _,
  source,
  sentBase64,
): Promise<Verdict> => {
  const sent = Buffer.from(sentBase64, "base64");
  const { data, info } = await sharp(sent, { failOn: "none" })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const { format } = await sharp(sent).metadata();
  const { channels } = await sharp(data, { raw: { width, height, channels: info.channels } }).stats();
  const reference = await referenceFor(source);
  return {
    sent: { width, height, format },
    reference: reference && { width: reference.width, height: reference.height },
    distance: reference && (await nearest(data, await reference.shrunk(width, height), width, height)),
    liveliness: Math.max(...channels.map(({ stdev }) => stdev || 0)),
    leftovers: leftovers(sent),
  };
};

/**
 * Small pictures in strong colours are changed more by JPEG's halved colour than by anything that may go wrong, so the
 * reference is also looked at through the same JPEG, by another encoder.
 */
async function nearest(sent: Buffer, reference: Buffer, width: number, height: number): Promise<Distance> {
  const raw = { raw: { width, height, channels: 3 } } as const;
  const through = await sharp(await sharp(reference, raw).jpeg({ quality: 85 }).toBuffer())
    .toColourspace("srgb")
    .raw()
    .toBuffer();
  const [exact, coded] = [reference, through].map((picture) => distance(sent, picture, width, height));
  return exact!.worstField < coded!.worstField ? exact! : coded!;
}

const beginFile: BrowserCommand<[browser: string, userAgent: string, name: string]> = (_, browser, userAgent, name) => {
  journal.userAgents.set(browser, userAgent);
  journal.open.set(browser, name);
};

const endFile: BrowserCommand<[entry: JournalEntry]> = (_, entry) => {
  journal.open.delete(entry.browser);
  journal.done.push(entry);
};

/** The files that `test/fixtures/hostile` makes, in base64: sharp, which makes most of them, runs in Node only. */
export interface PostedFile {
  name: string;
  expected: "picture" | "refuse" | "either";
  codes: readonly string[] | undefined;
  base64: string;
  /** The file whose picture it has to show. */
  shows: string;
}

const base64Of = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64");

const makeHostileFiles: BrowserCommand = async (): Promise<PostedFile[]> =>
  (await oncePerProcess("hostile-files", hostileFiles)).map(({ bytes, shows, codes, ...file }) => ({
    ...file,
    codes,
    base64: base64Of(bytes),
    shows: base64Of(shows ?? bytes),
  }));

const makeBombs: BrowserCommand = async (): Promise<PostedBomb[]> =>
  (await oncePerProcess("bombs", () => bombs(sharedFolder))).map(({ name, bytes, codes }) => ({
    name,
    codes,
    base64: base64Of(bytes),
  }));

/** Not over HTTP: Vite would make a module of a file without an extension. */
const readSharedFile: BrowserCommand<[path: string]> = (_, path) =>
  readFileSync(`${sharedFolder}/${path}`).toString("base64");

const makePrivateFiles: BrowserCommand = async (): Promise<PrivateFiles> => {
  const files = await oncePerProcess("private-files", privateFiles);
  return { secret: SECRET, files: files.map(({ name, bytes }) => ({ name, base64: base64Of(bytes) })) };
};

const makeColourFiles: BrowserCommand = async (): Promise<ColourFiles> => {
  const files = await oncePerProcess("colour-files", colourFiles);
  return { patchPx: PATCH_PX, files: files.map(({ bytes, ...file }) => ({ ...file, base64: base64Of(bytes) })) };
};

export interface PostedBomb {
  name: string;
  codes: readonly string[];
  base64: string;
}

interface PrivateFiles {
  secret: string;
  files: { name: string; base64: string }[];
}

interface ColourFiles {
  patchPx: number;
  files: { name: string; base64: string; expected: readonly (readonly number[])[] }[];
}

type Point = readonly [x: number, y: number];

const rawOf = (base64: string) =>
  sharp(Buffer.from(base64, "base64"), { failOn: "none" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });

const pixelsAt: BrowserCommand<[base64: string, points: readonly Point[]]> = async (
  _,
  base64,
  points,
): Promise<number[][]> => {
  const { data, info } = await rawOf(base64);
  return points.map(([x, y]) => [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 3)]);
};

const haveSamePixels: BrowserCommand<[a: string, b: string]> = async (_, a, b): Promise<boolean> => {
  const [first, second] = await Promise.all([rawOf(a), rawOf(b)]);
  return first.data.equals(second.data);
};

export const pictureCommands = {
  judgePicture,
  beginFile,
  endFile,
  makeHostileFiles,
  makeBombs,
  makePrivateFiles,
  makeColourFiles,
  readSharedFile,
  pixelsAt,
  haveSamePixels,
};

declare module "vitest/browser" {
  interface BrowserCommands {
    judgePicture: (source: PictureSource, sentBase64: string) => Promise<Verdict>;
    beginFile: (browser: string, userAgent: string, name: string) => Promise<void>;
    endFile: (entry: JournalEntry) => Promise<void>;
    makeHostileFiles: () => Promise<PostedFile[]>;
    makeBombs: () => Promise<PostedBomb[]>;
    readSharedFile: (path: string) => Promise<string>;
    makePrivateFiles: () => Promise<PrivateFiles>;
    makeColourFiles: () => Promise<ColourFiles>;
    pixelsAt: (base64: string, points: readonly Point[]) => Promise<number[][]>;
    haveSamePixels: (a: string, b: string) => Promise<boolean>;
  }
}
