/** A DNG as a camera writes it, but for its raw data, of which there is only a corner: what is shown is the JPEG in it. */

const [BYTE, ASCII, SHORT, LONG, RATIONAL] = [1, 2, 3, 4, 5];
const WIDTHS = { [BYTE]: 1, [ASCII]: 1, [SHORT]: 2, [LONG]: 4, [RATIONAL]: 8 };
const RAW_SIDE = 64;

/** A directory of `[tag, type, values]` at `at`, with what does not fit into its entries behind it. */
function directory(tags, at) {
  const sorted = tags.toSorted(([a], [b]) => a - b);
  const head = Buffer.alloc(6 + sorted.length * 12);
  head.writeUInt16LE(sorted.length);
  const behind = [];
  let place = at + head.length;
  for (const [index, [tag, type, values]] of sorted.entries()) {
    const data = Buffer.alloc(Math.max(4, values.length * WIDTHS[type]));
    for (const [nth, value] of values.entries()) {
      if (type === SHORT) data.writeUInt16LE(value, nth * 2);
      else if (type === LONG) data.writeUInt32LE(value, nth * 4);
      else if (type === RATIONAL) {
        data.writeUInt32LE(value, nth * 8);
        data.writeUInt32LE(1, nth * 8 + 4);
      } else data[nth] = value;
    }
    const entry = 2 + index * 12;
    head.writeUInt16LE(tag, entry);
    head.writeUInt16LE(type, entry + 2);
    head.writeUInt32LE(values.length, entry + 4);
    if (data.length === 4) data.copy(head, entry + 8);
    else {
      head.writeUInt32LE(place, entry + 8);
      behind.push(data);
      place += data.length;
    }
  }
  return Buffer.concat([head, ...behind]);
}

const letters = (text) => [...Buffer.from(`${text}\0`, "latin1")];
/** Room for each directory. */
const ROOM = 1024;

/** `preview`: the large JPEG, of `width` x `height` as it is stored; `thumbnail`: a small one. */
export function dngOf({ preview, width, height, thumbnail, orientation }) {
  const [first, raw, large] = [8, 8 + ROOM, 8 + 2 * ROOM];
  const pictures = 8 + 3 * ROOM;
  const mosaic = Buffer.from(Uint16Array.from({ length: RAW_SIDE ** 2 }, (_, at) => ((at * 7919) % 4096) << 2).buffer);
  const strip = (at, { length }) => [
    [0x0111, LONG, [at]],
    [0x0117, LONG, [length]],
  ];
  const places = [pictures, pictures + thumbnail.length, pictures + thumbnail.length + preview.length];
  const parts = [
    [
      first,
      directory(
        [
          [0x00fe, LONG, [1]],
          [0x0103, SHORT, [7]],
          [0x010f, ASCII, letters("Procedural")],
          [0x0110, ASCII, letters("Lake Raw")],
          [0x0112, SHORT, [orientation]],
          ...strip(places[0], thumbnail),
          [0x014a, LONG, [raw, large]],
          [0xc612, BYTE, [1, 4, 0, 0]],
          [0xc614, ASCII, letters("Procedural Lake Raw")],
        ],
        first,
      ),
    ],
    [
      raw,
      directory(
        [
          [0x00fe, LONG, [0]],
          [0x0100, LONG, [RAW_SIDE]],
          [0x0101, LONG, [RAW_SIDE]],
          [0x0102, SHORT, [16]],
          [0x0103, SHORT, [1]],
          [0x0106, SHORT, [32_803]],
          [0x0115, SHORT, [1]],
          [0x0116, LONG, [RAW_SIDE]],
          ...strip(places[2], mosaic),
          [0x828d, SHORT, [2, 2]],
          [0x828e, BYTE, [0, 1, 1, 2]],
        ],
        raw,
      ),
    ],
    [
      large,
      directory(
        [
          [0x00fe, LONG, [1]],
          [0x0100, LONG, [width]],
          [0x0101, LONG, [height]],
          [0x0103, SHORT, [7]],
          ...strip(places[1], preview),
        ],
        large,
      ),
    ],
    [places[0], thumbnail],
    [places[1], preview],
    [places[2], mosaic],
  ];
  const file = Buffer.alloc(places[2] + mosaic.length);
  file.write("II*\0", 0, "latin1");
  file.writeUInt32LE(first, 4);
  for (const [at, part] of parts) part.copy(file, at);
  return file;
}
