/** Entropy-coded data as the file has it, given piece by piece: stuffed zeros go, and it stops at markers (ISO/IEC 10918-1, B.1.1.5). */

/** What was given and has not been taken yet. */
let stuffed: usize = 0;
let stuffedEnd: usize = 0;
let isLast: bool = false;
/** All was taken up to a marker, or up to the end of the file. */
let isStopped: bool = false;

/** Gives the next piece. It begins with the byte at `position`. */
export function setStuffedData(from: usize, to: usize, last: bool): void {
  stuffed = from;
  stuffedEnd = to;
  isLast = last;
}

/** The first byte that has not been taken. */
export function position(): usize {
  return stuffed;
}

export function isAtMarker(): bool {
  return isStopped;
}

/** The marker that comes next, behind any number of fill bytes (0xFF); 0: none. */
export function nextMarker(): u32 {
  let place = stuffed;
  while (place + 1 < stuffedEnd && load<u8>(place) == 0xff && load<u8>(place, 1) == 0xff) place++;
  return place + 1 < stuffedEnd && load<u8>(place) == 0xff ? load<u8>(place, 1) : 0;
}

/** Goes on behind that marker. */
export function skipMarker(): void {
  while (load<u8>(stuffed) == 0xff) stuffed++;
  stuffed++;
  isStopped = false;
}

/** Before a picture's first piece. */
export function resetData(): void {
  stuffed = 0;
  stuffedEnd = 0;
  isStopped = false;
}

/** Copies what was given, up to a marker, to `out`, without the zeros that are stuffed behind each 0xFF. Returns where the copy ends. */
export function unstuff(out: usize): usize {
  let to = out;
  let from = stuffed;
  const markerByte = i8x16.splat(-1);
  while (from < stuffedEnd) {
    if (from + 16 <= stuffedEnd) {
      const some = v128.load(from);
      if (!v128.any_true(i8x16.eq(some, markerByte))) {
        v128.store(to, some);
        from += 16;
        to += 16;
        continue;
      }
    }
    const byte = load<u8>(from);
    if (byte == 0xff) {
      // The next byte decides, and may not be there yet.
      if (from + 1 == stuffedEnd && !isLast) break;
      if (from + 1 == stuffedEnd || load<u8>(from, 1) != 0) {
        isStopped = true;
        break;
      }
      from++;
    }
    store<u8>(to, byte);
    from++;
    to++;
  }
  if (from == stuffedEnd && isLast) isStopped = true;
  stuffed = from;
  return to;
}
