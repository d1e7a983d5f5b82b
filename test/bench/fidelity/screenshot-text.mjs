/** What stands in the screenshots: a chat about a build that fails, with the figures, names and code such pages are full of. */

const QUESTION =
  "The nightly build fails since Tuesday. Which of these 14 packages pulls in the old parser, and what do I pin?";

const ANSWER =
  "Two of them do. markdown-tables 3.2.1 still asks for parser ^4.0.0, and report-kit 0.9.14 repeats it in its own lock " +
  "file. The others moved to 5.x between 3 March and 17 June. Pin parser to 4.8.2 for now, then raise report-kit to 0.10.0, " +
  "which needs Node 20.11 or later. Nothing else changes: the 312 tests of the core pass with both.";

const CODE = `export async function readChunk(file, { offset = 0, length = 65536 } = {}) {
  const end = Math.min(offset + length, file.size);
  if (offset >= end) return new Uint8Array(0);
  const bytes = await file.slice(offset, end).arrayBuffer();
  for (let at = 0; at < 16; at++) checksum ^= bytes[at] << (at % 4);
  return { bytes, next: end, done: end === file.size, id: "x7Qf-20k9" };
}`;

const LOG = `08:14:02.117  WARN  parser@4.8.2  deprecated option "looseQuotes" (use quotes: "any")
08:14:02.390  INFO  report-kit@0.9.14  1,204 rows in 38 ms, 6 skipped
08:14:03.008  FAIL  tables/merge.test.ts:71  expected 0.8125, got 0.8129
08:14:03.551  INFO  exit code 1 after 1 min 49 s`;

const TABLE = `Package  Wanted  Installed  Size
markdown-tables  3.2.4  3.2.1  41.7 kB
report-kit  0.10.0  0.9.14  128.3 kB
tiny-glob-match  2.0.6  2.0.6  3.9 kB
unit-format  1.15.2  1.15.0  12.6 kB`;

const SMALL_PRINT =
  "Answers may contain mistakes. Check figures against the source before you rely on them. Prices exclude tax and were last " +
  "updated on 9 November; a request of 1,280 by 960 pixels counts as 1,640 tokens. Terms 4.2 and 7.1 apply to uploads.";

const SIZES_PX = [14, 13, 12, 11, 10, 9];
const PROSE = [QUESTION, ANSWER, SMALL_PRINT];
const LINES = [CODE, LOG, TABLE];

/** Prose and lines of figures in every size, from 14 to 9 CSS pixels. Each block is read by itself; `mono` is code. */
export const BLOCKS = SIZES_PX.flatMap((size, index) => [
  { text: PROSE[index % PROSE.length], size, mono: false },
  { text: LINES[index % LINES.length], size, mono: true },
  { text: PROSE[(index + 1) % PROSE.length], size, mono: false },
]);
