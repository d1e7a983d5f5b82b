/** Pages of a report and a letter, as a list of shapes that can be written as PDF or as SVG. Positions in points, from the top left. */

export const A4 = { width: 595, height: 842 };
const [INK, MUTED, LINE, TEAL, SAND] = ["#1c2330", "#667085", "#d0d5dd", "#0f766e", "#d97706"];

const text = (x, y, size, words, { fill = INK, bold = false } = {}) => ({
  kind: "text",
  x,
  y,
  size,
  words,
  fill,
  bold,
});
const box = (x, y, width, height, fill) => ({ kind: "box", x, y, width, height, fill });
const lines = (x, y, size, all, options) => all.map((words, at) => text(x, y + at * size * 1.45, size, words, options));

const FOOT = "Harbour Study 2026 - all names and figures are made up";
const frame = (title, number) => [
  text(56, 92, 26, title, { bold: true }),
  box(56, 106, 64, 4, TEAL),
  text(56, 800, 8, FOOT, { fill: MUTED }),
  text(520, 800, 8, `${number} / 3`, { fill: MUTED }),
];

const COSTS = [
  ["Survey boat, six days", "4,180.00", "3,940.50"],
  ["Divers and equipment", "2,600.00", "2,871.25"],
  ["Water samples, laboratory", "1,150.00", "1,098.00"],
  ["Moorings and permits", "720.00", "720.00"],
  ["Report, printing, postage", "340.00", "296.40"],
];

const PASSENGERS = [410, 470, 620, 880, 1240, 1660, 1910, 1840, 1380, 930, 560, 450];

/** Three pages: a table, a chart, small print. */
export const report = [
  [
    ...frame("Harbour study", 1),
    ...lines(56, 146, 11, [
      "The north basin was measured on six days in September. Depth, current and turbidity were",
      "taken at 42 points, twice a day. Costs stayed below what was planned, in spite of one day",
      "lost to fog; the divers needed one dive more than foreseen.",
    ]),
    box(56, 216, 483, 24, TEAL),
    ...["Item", "Planned", "Spent"].map((words, at) =>
      text([66, 360, 460][at], 232, 11, words, { fill: "#ffffff", bold: true }),
    ),
    ...COSTS.flatMap(([item, planned, spent], at) => [
      box(56, 266 + at * 28, 483, 0.8, LINE),
      text(66, 259 + at * 28, 11, item),
      text(360, 259 + at * 28, 11, planned),
      text(460, 259 + at * 28, 11, spent),
    ]),
    ...[
      ["Total", 66],
      ["8,990.00", 360],
      ["8,926.15", 460],
    ].map(([words, x]) => text(x, 402, 11, words, { bold: true })),
  ],
  [
    ...frame("Passengers a month", 2),
    ...PASSENGERS.flatMap((count, at) => {
      const [x, height] = [66 + at * 39, count / 4.6];
      return [
        box(x, 580 - height, 26, height, at === 6 ? SAND : TEAL),
        text(x + 8, 598, 10, "JFMAMJJASOND"[at], { fill: MUTED }),
        text(x + 1, 574 - height, 8, `${count}`, { fill: MUTED }),
      ];
    }),
    box(56, 580, 483, 1, INK),
    ...lines(56, 640, 11, [
      "July was the busiest month, with 1,910 passengers. The ferry did not sail on 3 and 4 February.",
    ]),
  ],
  [
    ...frame("Terms", 3),
    ...lines(
      56,
      146,
      6.5,
      Array.from(
        { length: 48 },
        (_, at) =>
          `${at + 1}. Point ${String.fromCharCode(65 + (at % 7))}${at + 11}: depth ${(3.2 + ((at * 37) % 90) / 10).toFixed(1)} m, current ${(0.1 + ((at * 13) % 9) / 10).toFixed(1)} m/s, turbidity ${4 + ((at * 7) % 23)} NTU; entry ${7741 + at * 17}-${5518 - at * 31}, checked by the second reader.`,
      ),
      { fill: MUTED },
    ),
  ],
];

/** Two pages as a fax machine sends them: black on white, and a little of what the glass had on it. */
export const letter = [1, 2].map((number) => [
  text(56, 80, 9, `FROM: PAPER & PINE BOOKS   TO: 0041 44 555 01 42   PAGE ${number} OF 2`, { fill: "#000000" }),
  box(56, 88, 483, 1.5, "#000000"),
  text(56, 140, 20, number === 1 ? "Order 2026-114" : "Terms of delivery", { fill: "#000000", bold: true }),
  ...lines(
    56,
    180,
    11,
    number === 1
      ? [
          "Dear Ms. Lindqvist,",
          "",
          "thank you for your order of 17 November. We send you by rail, in two crates:",
          "",
          "    12   Atlas of Northern Lakes, bound            52.75",
          "     4   Birds of the Shore, second printing       31.20",
          "    30   Notebooks, ruled, green cloth              6.40",
          "",
          "Please sign the second page and send it back before Friday.",
          "",
          "Yours sincerely,",
          "P. Rao",
        ]
      : Array.from(
          { length: 9 },
          (_, at) => `${at + 1}.  Crate ${at + 3} is opened within ${at + 2} days and counted by two people.`,
        ),
    { fill: "#000000" },
  ),
  ...(number === 2 ? [box(56, 520, 220, 1.2, "#000000"), text(56, 536, 9, "Signature", { fill: "#000000" })] : []),
  ...Array.from({ length: 40 }, (_, at) =>
    box(30 + ((at * 7919) % 540), 30 + ((at * 104_729) % 780), 0.7, 0.7, "#000000"),
  ),
]);

const escapeXml = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** `dpi`: pixels an inch. */
export function pageSvg(shapes, dpi) {
  const drawn = shapes.map((shape) =>
    shape.kind === "box"
      ? `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${shape.fill}"/>`
      : `<text xml:space="preserve" x="${shape.x}" y="${shape.y}" font-size="${shape.size}" fill="${shape.fill}" font-weight="${shape.bold ? "bold" : "normal"}">${escapeXml(shape.words)}</text>`,
  );
  const size = `width="${Math.round((A4.width * dpi) / 72)}" height="${Math.round((A4.height * dpi) / 72)}"`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${A4.width} ${A4.height}" font-family="Liberation Sans, Arial, Helvetica, sans-serif"><rect width="100%" height="100%" fill="#ffffff"/>${drawn.join("")}</svg>`,
  );
}

const rgb = (fill) => [1, 3, 5].map((at) => (parseInt(fill.slice(at, at + 2), 16) / 255).toFixed(3)).join(" ");
const escapePdf = (words) => words.replace(/[\\()]/g, "\\$&");

/** With the two Helveticas that every reader has. */
export function pdfOf(pages) {
  const contents = pages.map((shapes) =>
    shapes
      .map((shape) =>
        shape.kind === "box"
          ? `${rgb(shape.fill)} rg ${shape.x} ${(A4.height - shape.y - shape.height).toFixed(2)} ${shape.width} ${shape.height.toFixed(2)} re f`
          : `${rgb(shape.fill)} rg BT /${shape.bold ? "B" : "R"} ${shape.size} Tf ${shape.x} ${(A4.height - shape.y).toFixed(2)} Td (${escapePdf(shape.words)}) Tj ET`,
      )
      .join("\n"),
  );
  const font = (name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const kids = contents.map((_, at) => `${5 + 2 * at} 0 R`).join(" ");
  const bodies = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${contents.length} /Kids [${kids}] /MediaBox [0 0 ${A4.width} ${A4.height}] /Resources << /Font << /R 3 0 R /B 4 0 R >> >> >>`,
    font("Helvetica"),
    font("Helvetica-Bold"),
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${6 + 2 * at} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let written = "%PDF-1.7\n";
  const places = bodies.map((body, at) => {
    const place = written.length;
    written += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const count = bodies.length + 1;
  return Buffer.from(
    `${written}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${written.length}\n%%EOF\n`,
    "latin1",
  );
}
