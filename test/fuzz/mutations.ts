/** Damaged and forged files: seeds of every format, and what chance, transport and malice do to them. */
import fc from "fast-check";
import { type Bytes, join } from "../fixtures/bytes/write.js";
import { made, seeds } from "./seeds.js";

type Mutation = (bytes: Bytes) => Bytes;

/** Generated files stay below this, so that a run makes many of them. */
const MAX_BYTES = 400_000;

/** `place` is a share of the length, so that one mutation fits files of any length; headers are hit more often. */
const place = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.1, noNaN: true }));
const at = (bytes: Bytes, share: number) => Math.min(Math.floor(share * bytes.length), Math.max(0, bytes.length - 1));
const span = (bytes: Bytes, a: number, b: number) =>
  bytes.subarray(at(bytes, Math.min(a, b)), at(bytes, Math.max(a, b)) + 1);

const bitFlip = fc.tuple(place, fc.nat(7)).map(
  ([share, bit]): Mutation =>
    (bytes) =>
      patched(bytes, share, [(bytes[at(bytes, share)] ?? 0) ^ (1 << bit)]),
);

const anyByte = fc.tuple(place, fc.nat(255)).map(
  ([share, value]): Mutation =>
    (bytes) =>
      patched(bytes, share, [value]),
);

const cut = place.map(
  (share): Mutation =>
    (bytes) =>
      bytes.slice(0, at(bytes, share)),
);

const removePart = fc.tuple(place, place).map(([a, b]): Mutation => (bytes) => {
  const gone = span(bytes, a, b);
  return join(
    bytes.subarray(0, gone.byteOffset - bytes.byteOffset),
    bytes.subarray(gone.byteOffset - bytes.byteOffset + gone.length),
  );
});

const insert = fc.tuple(place, fc.uint8Array({ maxLength: 24 })).map(
  ([share, extra]): Mutation =>
    (bytes) =>
      inserted(bytes, share, extra),
);

/** Values that an attacker would put into length and offset fields. */
const EXTREMES = [
  0, 1, 2, 7, 8, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff,
];

const lengthField = fc
  .tuple(
    place,
    fc.constantFrom(...EXTREMES, "length" as const, "beyond" as const),
    fc.constantFrom(1, 2, 4, 8),
    fc.boolean(),
  )
  .map(([share, field, width, little]): Mutation => (bytes) => {
    const value = field === "length" ? bytes.length : field === "beyond" ? bytes.length + 1 : field;
    return patched(bytes, share, digitsOf(value, width, little));
  });

const isLetter = (byte = 0) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** Positions of the names of chunks and boxes, and of markers: lengths and counts are next to them. */
function namedPlaces(bytes: Bytes): number[] {
  const places: number[] = [];
  for (let index = 0; index < Math.min(bytes.length, 4_096); index++) {
    const isName = [0, 1, 2, 3].every((n) => isLetter(bytes[index + n]));
    if (isName || (bytes[index] === 0xff && (bytes[index + 1] ?? 0) >= 0xc0)) places.push(index);
  }
  return places;
}

const aimedAt = (values: readonly number[], widths: readonly number[]) =>
  fc
    .tuple(
      fc.nat(),
      fc.constantFrom(-4, 2, 4, 8, 12),
      fc.constantFrom(...values),
      fc.constantFrom(...widths),
      fc.boolean(),
    )
    .map(([nth, offset, value, width, little]): Mutation => (bytes) => {
      const places = namedPlaces(bytes);
      return written(
        bytes,
        Math.max(0, (places[nth % Math.max(1, places.length)] ?? 0) + offset),
        digitsOf(value, width, little),
      );
    });

const aimed = aimedAt(EXTREMES, [2, 4]);

function digitsOf(value: number, width: number, little: boolean): number[] {
  const digits = Array.from({ length: width }, (_, n) => Math.floor(value / 256 ** (width - 1 - n)) & 255);
  return little ? digits.reverse() : digits;
}

/** A run of one block, short blocks often: what makes careless walks quadratic. */
const repeat = fc
  .tuple(place, place, fc.nat(40), fc.nat(6_000), fc.nat(19))
  .map(([a, b, short, times, dice]): Mutation => (bytes) => {
    const block = dice < 10 ? bytes.subarray(at(bytes, a), at(bytes, a) + short + 1) : span(bytes, a, b);
    // A large file in one of twenty: it costs as much as hundreds of small ones.
    const room = (dice === 0 ? MAX_BYTES : 4_096) - bytes.length;
    const count = Math.max(0, Math.min(times, Math.floor(room / Math.max(1, block.length))));
    const copies = new Uint8Array(count * block.length);
    for (let copy = 0; copy < count; copy++) copies.set(block, copy * block.length);
    return inserted(bytes, a, copies);
  });

const splice = fc.tuple(place, place, fc.nat()).map(([a, b, other]): Mutation => (bytes) => {
  const otherSeed = seeds[other % seeds.length]?.bytes ?? bytes;
  return join(bytes.subarray(0, at(bytes, a)), otherSeed.subarray(at(otherSeed, b))).slice(0, MAX_BYTES);
});

const exchange = fc.tuple(place, place, fc.nat(64)).map(([a, b, length]): Mutation => (bytes) => {
  const changed = bytes.slice();
  changed.set(
    bytes.subarray(at(bytes, b), at(bytes, b) + length).subarray(0, bytes.length - at(bytes, a)),
    at(bytes, a),
  );
  return changed;
});

const mutation = fc.oneof(
  bitFlip,
  anyByte,
  cut,
  removePart,
  insert,
  { arbitrary: lengthField, weight: 3 },
  { arbitrary: aimed, weight: 4 },
  repeat,
  splice,
  exchange,
);

const patched = (bytes: Bytes, share: number, values: readonly number[]) => written(bytes, at(bytes, share), values);

function written(bytes: Bytes, index: number, values: readonly number[]): Bytes {
  const changed = bytes.slice();
  for (const [n, value] of values.entries()) if (index + n < changed.length) changed[index + n] = value;
  return changed;
}

function inserted(bytes: Bytes, share: number, extra: Uint8Array): Bytes {
  return join(bytes.subarray(0, at(bytes, share)), extra, bytes.subarray(at(bytes, share)));
}

const seedAt = fc.nat(seeds.length - 1).map((index) => seeds[index]!.bytes);
/** A sound file to which a few things happened. */
export const damagedOf = (sound: fc.Arbitrary<Bytes>): fc.Arbitrary<Bytes> =>
  fc
    .tuple(sound, fc.array(mutation, { minLength: 1, maxLength: 5 }))
    .map(([bytes, list]) => list.reduce((file, mutate) => mutate(file), bytes));
const damaged = damagedOf(seedAt);
const signed = fc
  .tuple(seedAt, fc.uint8Array({ maxLength: 400 }))
  .map(([bytes, rest]) => join(bytes.subarray(0, 16), rest));
const noise = fc.uint8Array({ maxLength: 300 }).map((bytes) => join(bytes));

/** A sound beginning whose lengths say that the rest of a large file belongs to it. */
export const stretched: fc.Arbitrary<Bytes> = fc
  .tuple(
    fc.constantFrom(...made),
    fc.array(aimedAt([0x0018_0000, 0x0028_0000, 0x7fff_ffff], [4]), { minLength: 1, maxLength: 2 }),
  )
  .map(([{ bytes }, list]) => list.reduce((file, mutate) => mutate(file), bytes));

/** Any file: mostly a damaged one, now and then a signature with noise behind it, or noise alone. */
export const anyFile: fc.Arbitrary<Bytes> = fc.oneof(
  { arbitrary: damaged, weight: 18 },
  { arbitrary: signed, weight: 1 },
  { arbitrary: noise, weight: 1 },
);
