/** A desktop screenshot: a page of small text and tables, 2560 x 1600. */
import sharp from "sharp";

const WORDS =
  "quota render token latency batch header upload window buffer stream limit pixel kernel queue worker canvas".split(
    " ",
  );
const line = (seed, words) =>
  Array.from({ length: words }, (_, index) => WORDS[(seed * 7 + index * 5) % WORDS.length]).join(" ");

export function textPage() {
  const rows = [];
  for (let y = 60, seed = 1; y < 1580; seed++) {
    const size = 13 + (seed % 4) * 3;
    rows.push(`<text x="60" y="${y}" font-size="${size}" fill="#1f2430">${line(seed, 14)}</text>`);
    rows.push(
      `<text x="1340" y="${y}" font-size="${size}" font-family="DejaVu Sans Mono, monospace" fill="#5b3a8c">${line(seed + 3, 9)} ${seed * 7919}</text>`,
    );
    y += size + 9;
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2560" height="1600" font-family="Liberation Sans, DejaVu Sans, Arial">
    <rect width="2560" height="1600" fill="#fff"/><rect x="1300" width="1260" height="1600" fill="#f4f5f8"/>${rows.join("")}</svg>`;
  return sharp(Buffer.from(svg)).removeAlpha().png().toBuffer();
}
