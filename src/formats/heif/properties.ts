import type { Size } from "../../shared/types.js";
import { findBox, innerBoxes } from "../iso/boxes.js";
import { u16be, u32be } from "../bytes.js";

export interface ItemProperty {
  type: string;
  content: Uint8Array;
}

/**
 * The properties of an item, by default the primary one, in the order in which they apply. `meta` is the content of the `meta` box; as a
 * "full box" it begins with four bytes of version and flags.
 */
export function propertiesOf(meta: Uint8Array, item = primaryItem(meta)): ItemProperty[] {
  const container = findBox(meta, ["iprp", "ipco"], 4);
  const associations = findBox(meta, ["iprp", "ipma"], 4);
  if (!container || !associations) return [];
  const properties = [...innerBoxes(container)];
  return propertyIndexes(associations, item).flatMap((index) => properties[index - 1] ?? []);
}

/** As stored; the first one counts. */
export function statedSize(properties: readonly ItemProperty[]): Size | undefined {
  const size = properties.find(({ type, content }) => type === "ispe" && content.length >= 12)?.content;
  return size && { width: u32be(size, 4), height: u32be(size, 8) };
}

/** `undefined`: the file does not say, so the first item that has properties is used. */
function primaryItem(meta: Uint8Array): number | undefined {
  const content = findBox(meta, ["pitm"], 4);
  if (!content) return undefined;
  return content[0] === 0 ? u16be(content, 4) : u32be(content, 4);
}

/** Numbers count from 1. Wide ones (15 bits) when the lowest flag is set, else 7 bits; the highest bit means "essential". */
function propertyIndexes(associations: Uint8Array, item: number | undefined): number[] {
  const idBytes = associations[0] === 0 ? 2 : 4;
  const isWide = ((associations[3] ?? 0) & 1) === 1;
  const indexBytes = isWide ? 2 : 1;
  let at = 8;
  for (let left = u32be(associations, 4); left > 0 && at < associations.length; left--) {
    const id = idBytes === 2 ? u16be(associations, at) : u32be(associations, at);
    const count = associations[at + idBytes] ?? 0;
    at += idBytes + 1;
    if (item === undefined || id === item) {
      const index = (n: number) =>
        isWide ? u16be(associations, at + 2 * n) & 0x7fff : (associations[at + n] ?? 0) & 0x7f;
      return Array.from({ length: count }, (_, n) => index(n));
    }
    at += count * indexBytes;
  }
  return [];
}
