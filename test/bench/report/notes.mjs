/** What went wrong for whom. */
export function notesOf(all) {
  return Object.entries(all.parts).flatMap(([part, browsers]) =>
    Object.entries(browsers).flatMap(([browser, { results }]) =>
      groupsOf(part, results).flatMap(([key, group]) => notes(part, browser, key, group)),
    ),
  );
}

/** Groups of contestants, by what they were given. */
function groupsOf(part, results) {
  if (part === "single" || part === "memory") return Object.entries(results ?? {});
  return part === "batch" ? [["batch", results]] : [];
}

function notes(part, browser, key, group) {
  return Object.entries(group).flatMap(([name, { error, otherSizes, notJpeg }]) => {
    const texts = [
      error && `${key}: ${name} failed: ${error}`,
      otherSizes && `${key}: ${name} made another size than asked for: ${otherSizes.join(", ")}`,
      notJpeg && `${key}: ${name} made no JPEG`,
    ];
    return texts.filter(Boolean).map((text) => ({ part, browser, text }));
  });
}
