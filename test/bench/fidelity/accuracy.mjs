/** How much of a known text was read: 1 less the edits needed (Levenshtein) per character, never below 0. */

/** Line breaks and runs of blanks are the reader's layout, not characters. */
export function characterAccuracy(read, known) {
  const text = plain(known);
  return text === "" ? NaN : Math.max(0, 1 - levenshtein(plain(read), text) / [...text].length);
}

function plain(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** Insertions, deletions and replacements that turn one text into the other. */
export function levenshtein(one, other) {
  const [from, to] = [[...one], [...other]];
  let above = Uint32Array.from({ length: to.length + 1 }, (_, at) => at);
  from.forEach((character, row) => {
    const line = new Uint32Array(to.length + 1);
    line[0] = row + 1;
    for (let at = 1; at <= to.length; at++) {
      line[at] = Math.min(line[at - 1] + 1, above[at] + 1, above[at - 1] + (character === to[at - 1] ? 0 : 1));
    }
    above = line;
  });
  return above[to.length];
}
