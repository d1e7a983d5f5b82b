/** A phone screenshot full of small text: the picture that loses most in a strict box, and shows what `box.turn` is for. */
const FONT = "Liberation Sans, Arial, Helvetica, sans-serif";
const INK = "#16181d";
const MUTED = "#6b7280";

const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const text = (x, y, size, content, { fill = INK, weight = "normal", anchor = "start" } = {}) =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" font-weight="${weight}" text-anchor="${anchor}">${escape(content)}</text>`;

const PURCHASES = [
  ["Northgate Grocers", "Today, 08:41 · card ending 4417", "-38.20", "#0d9488", "NG"],
  ["Harbour Ferry Co.", "Yesterday, 18:02 · return ticket, 2 adults", "-24.00", "#2563eb", "HF"],
  ["Salary, Lindqvist & Rao Ltd", "18 Nov · reference LR-2026-11", "+3,240.00", "#16a34a", "LR"],
  ["Paper & Pine Books", "17 Nov · 3 items, gift wrapped", "-52.75", "#d97706", "PP"],
  ["City Water Board", "16 Nov · direct debit, account 0091-2284", "-41.18", "#0891b2", "CW"],
  ["Café Lumen", "16 Nov · contactless", "-9.40", "#be185d", "CL"],
];

const SMALL_PRINT = [
  "Amounts are shown in euro. Pending card payments may change until they are booked, usually within two working days.",
  "Exchange rate applied on 14 Nov: 1 EUR = 11.4820 SEK (reference rate 11.4361 + 0.40 %). Fee code FX-04, tariff of 1 Sep 2026.",
  "Questions about an entry? Quote the 12-digit entry number, e.g. 7741 0932 5518, when you write to us.",
];

function bars() {
  const values = [46, 72, 38, 91, 64, 120, 83];
  return values.map((value, index) => {
    const x = 132 + index * 136;
    const current = index === 5;
    return `<rect x="${x}" y="${1010 - value * 1.45}" width="76" height="${value * 1.45}" rx="14" fill="${current ? "#4f46e5" : "#c7d2fe"}"/>
      ${text(x + 38, 1054, 27, "MTWTFSS"[index], { anchor: "middle", fill: current ? "#4f46e5" : MUTED })}
      ${text(x + 38, 994 - value * 1.45, 24, String(value), { anchor: "middle", fill: MUTED })}`;
  });
}

function rows() {
  return PURCHASES.map(([name, detail, amount, colour, initials], index) => {
    const y = 1242 + index * 174;
    return `<circle cx="150" cy="${y}" r="48" fill="${colour}"/>${text(150, y + 12, 32, initials, { fill: "#fff", weight: "bold", anchor: "middle" })}
      ${text(228, y - 8, 39, name, { weight: "bold" })}${text(228, y + 38, 28, detail, { fill: MUTED })}
      ${text(1069, y + 10, 40, amount, { anchor: "end", weight: "bold", fill: amount.startsWith("+") ? "#15803d" : INK })}
      ${index < PURCHASES.length - 1 ? `<path d="M228 ${y + 88}H1069" stroke="#eceef2" stroke-width="2"/>` : ""}`;
  });
}

/** 1179 x 2556, as the screens of current phones are. */
export function screenshot() {
  const print = SMALL_PRINT.map((line, index) => {
    const cut = line.lastIndexOf(" ", 92);
    return (
      text(80, 2296 + index * 70, 22, line.slice(0, cut), { fill: MUTED }) +
      text(80, 2326 + index * 70, 22, line.slice(cut + 1), { fill: MUTED })
    );
  });
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1179" height="2556" font-family="${FONT}">
    <defs><linearGradient id="card" x2="1" y2="1"><stop stop-color="#4338ca"/><stop offset="1" stop-color="#7c3aed"/></linearGradient></defs>
    <rect width="1179" height="2556" fill="#f6f7f9"/>
    ${text(96, 92, 46, "9:41", { weight: "bold" })}
    <rect x="1000" y="60" width="76" height="36" rx="10" fill="none" stroke="${INK}" stroke-width="4"/><rect x="1007" y="67" width="50" height="22" rx="5" fill="${INK}"/>
    ${text(80, 232, 68, "Accounts", { weight: "bold" })}${text(1099, 228, 34, "Edit", { fill: "#4f46e5", anchor: "end" })}
    <rect x="60" y="290" width="1059" height="360" rx="44" fill="url(#card)"/>
    ${text(120, 374, 32, "Everyday account", { fill: "#e0e7ff" })}${text(120, 480, 92, "€ 4,817.36", { fill: "#fff", weight: "bold" })}
    ${text(120, 546, 28, "Available after holds: € 4,779.16", { fill: "#c7d2fe" })}${text(120, 602, 25, "IBAN  DE02 1203 0000 0000 2020 51 · BIC BYLADEM1001", { fill: "#c7d2fe" })}
    <rect x="60" y="690" width="1059" height="400" rx="44" fill="#fff"/>
    ${text(120, 764, 36, "Spent this week", { weight: "bold" })}${text(1059, 764, 30, "€ 514, 12 % less than last week", { fill: MUTED, anchor: "end" })}
    ${bars().join("")}
    <rect x="60" y="1130" width="1059" height="1090" rx="44" fill="#fff"/>
    ${rows().join("")}${print.join("")}
    <rect x="394" y="2528" width="391" height="12" rx="6" fill="${INK}"/></svg>`);
}

/** 1170 x 7800: a page of a phone that was scrolled, too tall to be read in any box. */
export function tallScreenshot() {
  const orders = Array.from({ length: 34 }, (_, at) => {
    const [name, detail, amount, colour, initials] = PURCHASES[at % PURCHASES.length];
    const y = 420 + at * 216;
    return `<rect x="40" y="${y - 90}" width="1090" height="196" rx="36" fill="#fff"/>
      <circle cx="134" cy="${y}" r="48" fill="${colour}"/>${text(134, y + 12, 32, initials, { fill: "#fff", weight: "bold", anchor: "middle" })}
      ${text(214, y - 18, 42, name, { weight: "bold" })}${text(214, y + 32, 33, detail, { fill: MUTED })}
      ${text(214, y + 76, 30, `Entry 7741 ${String(932 + at * 17).padStart(4, "0")} ${5518 - at * 31}`, { fill: MUTED })}
      ${text(1090, y + 10, 42, amount, { anchor: "end", weight: "bold" })}`;
  });
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1170" height="7800" font-family="${FONT}">
    <rect width="1170" height="7800" fill="#f6f7f9"/>
    ${text(60, 110, 46, "9:41", { weight: "bold" })}${text(60, 240, 68, "All entries", { weight: "bold" })}${orders.join("")}</svg>`);
}
