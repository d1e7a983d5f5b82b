/**
 * Reads what is known about an image that was prepared before. It comes from outside, so it is used only if it has the right
 * shape.
 */
import { showable } from "../shared/file-name.js";
import type { Change, ImageSource, StoredImage } from "../shared/types.js";

type Plain = Record<string, unknown>;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isText = (value: unknown): value is string => typeof value === "string";
const isSize = (value: unknown) => isPlain(value) && isCount(value.width) && isCount(value.height);

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null;
}

export function storedSource({ source }: StoredImage): ImageSource | undefined {
  const given: unknown = source;
  if (!isPlain(given) || !isSize(given)) return undefined;
  const { name, mediaType, width, height, orientation, bytes } = given as unknown as ImageSource;
  if (!isText(name) || !isText(mediaType) || !isCount(bytes)) return undefined;
  const isOrientation = isCount(orientation) && orientation >= 1 && orientation <= 8;
  return { name: showable(name), mediaType, width, height, bytes, orientation: isOrientation ? orientation : 1 };
}

export function storedChanges({ changes }: StoredImage): Change[] {
  return Array.isArray(changes) ? changes.filter(isChange) : [];
}

/** Checks the changes whose figures are more than a number or a text: messages made from wrong ones would throw. */
const FIGURES: Partial<Record<Change["code"], (change: Plain) => boolean>> = {
  resized: ({ from, to, because, box }) => isSize(from) && isSize(to) && (because !== "box" || isSize(box)),
  padded: ({ from, to }) => isSize(from) && isSize(to),
  reencoded: ({ from, to, insteadOf }) => isText(from) && isText(to) && (insteadOf === undefined || isPlain(insteadOf)),
  "metadata-stripped": ({ removed }) => Array.isArray(removed) && removed.every(isText),
  "kept-original": ({ because, width, height }) => because === "smaller" || isSize({ width, height }),
  piece: ({ rows }) => isPlain(rows) && isCount(rows.from) && isCount(rows.to),
};

function isChange(change: unknown): change is Change {
  if (!isPlain(change) || !isText(change.code) || !isText(change.reason)) return false;
  return FIGURES[change.code as Change["code"]]?.(change) !== false;
}
