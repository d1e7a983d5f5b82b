/** The file's coded data as it is given, part by part, up to the next mark. */

/** What was given and is not taken yet. */
let raw: usize = 0;
let rawEnd: usize = 0;
let isLast: bool = false;
/** What was taken goes up to a mark, or to the end of the file. */
let isMarked: bool = false;

/** Where the rest of the data lies, from the first byte on that `position` named. */
export function setData(from: usize, to: usize, last: bool): void {
  raw = from;
  rawEnd = to;
  isLast = last;
}

/** Where the first byte lies that has not been taken. */
export function position(): usize {
  return raw;
}

export function isAtMark(): bool {
  return isMarked;
}

/** The mark that stands there, of which any number of 0xFF may be the beginning; 0: none. */
export function markAhead(): u32 {
  let place = raw;
  while (place + 1 < rawEnd && load<u8>(place) == 0xff && load<u8>(place, 1) == 0xff) place++;
  return place + 1 < rawEnd && load<u8>(place) == 0xff ? load<u8>(place, 1) : 0;
}

/** Goes on behind the mark that stands there. */
export function skipMark(): void {
  while (load<u8>(raw) == 0xff) raw++;
  raw++;
  isMarked = false;
}

/** Before a picture's first data. */
export function forgetData(): void {
  raw = 0;
  rawEnd = 0;
  isMarked = false;
}

/** Copies what was given, up to a mark, to `out`, without the zeros that stand behind each 0xFF. Returns where that ends. */
export function takePlain(out: usize): usize {
  let to = out;
  let from = raw;
  const marker = i8x16.splat(-1);
  while (from < rawEnd) {
    if (from + 16 <= rawEnd) {
      const some = v128.load(from);
      if (!v128.any_true(i8x16.eq(some, marker))) {
        v128.store(to, some);
        from += 16;
        to += 16;
        continue;
      }
    }
    const byte = load<u8>(from);
    if (byte == 0xff) {
      // What follows decides, and may not be there yet.
      if (from + 1 == rawEnd && !isLast) break;
      if (from + 1 == rawEnd || load<u8>(from, 1) != 0) {
        isMarked = true;
        break;
      }
      from++;
    }
    store<u8>(to, byte);
    from++;
    to++;
  }
  if (from == rawEnd && isLast) isMarked = true;
  raw = from;
  return to;
}
