/** Lists the pictures in a HEIF file's `meta` box and where each begins (ISO/IEC 23008-12, and `iloc`, `iinf` of 14496-12). */
import type { Size } from "../../shared/types.js";
import { findBox, innerBoxes } from "../iso/boxes.js";
import { fourCc, u16be, u32be } from "../bytes.js";
import { propertiesOf, statedSize } from "./properties.js";

export interface CodedPicture {
  /** The size that the file states, as stored; the picture's own data may state another. */
  stated: Size;
  /** Where its data begins in the file, in bytes. */
  from: number;
}

/** 0 in `iloc` means a place in the file; otherwise the data is in the `meta` box, or in another item. */
const IN_FILE = 0;

/** Numbers of a width that the box itself states. */
function numbersAt(bytes: Uint8Array, start: number) {
  let at = start;
  return (width: number): number => {
    at += width;
    if (width === 8) return u32be(bytes, at - 8) * 2 ** 32 + u32be(bytes, at - 4);
    if (width === 4) return u32be(bytes, at - 4);
    return width === 2 ? u16be(bytes, at - 2) : 0;
  };
}

/**
 * `meta`: the content of the box. At most `most` items of this type; none whose data is in the box itself, where no photo has
 * room.
 */
export function codedItems(meta: Uint8Array, type: string, most: number): CodedPicture[] {
  const places = itemPlaces(meta);
  return itemsOfType(meta, type, most).flatMap((item) => {
    const stated = statedSize(propertiesOf(meta, item));
    const from = places.get(item);
    return stated && from !== undefined ? [{ stated, from }] : [];
  });
}

function itemsOfType(meta: Uint8Array, type: string, most: number): number[] {
  const entries = findBox(meta, ["iinf"], 4);
  const items: number[] = [];
  for (const entry of innerBoxes(entries ?? new Uint8Array(0), entries?.[0] === 0 ? 6 : 8)) {
    const isWide = entry.content[0] === 3;
    if (fourCc(entry.content, isWide ? 10 : 8) === type)
      items.push(isWide ? u32be(entry.content, 4) : u16be(entry.content, 4));
    if (items.length === most) break;
  }
  return items;
}

/** Where the first piece of each item begins. */
function itemPlaces(meta: Uint8Array): Map<number, number> {
  const places = new Map<number, number>();
  const content = findBox(meta, ["iloc"], 4);
  if (!content || content.length < 8) return places;
  const version = content[0]!;
  const idBytes = version < 2 ? 2 : 4;
  const [offsetBytes, lengthBytes, baseBytes, indexBytes] = [
    content[4]! >> 4,
    content[4]! & 15,
    content[5]! >> 4,
    version === 0 ? 0 : content[5]! & 15,
  ];
  const itemBytes = idBytes + (version === 0 ? 0 : 2) + 2 + baseBytes + 2;
  const extentBytes = indexBytes + offsetBytes + lengthBytes;
  let at = 6 + idBytes;
  for (
    let left = version < 2 ? u16be(content, 6) : u32be(content, 6);
    left > 0 && at + itemBytes <= content.length;
    left--
  ) {
    const next = numbersAt(content, at);
    const item = next(idBytes);
    const method = version === 0 ? IN_FILE : next(2) & 15;
    next(2);
    const base = next(baseBytes);
    const extents = next(2);
    next(indexBytes);
    const from = base + next(offsetBytes);
    if (method === IN_FILE) places.set(item, from);
    at += itemBytes + extents * extentBytes;
  }
  return places;
}
