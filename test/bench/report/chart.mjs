/** The batch of 20 as bars, one panel a browser: an SVG that follows the reader's light or dark look. */
import { OURS, PEERS } from "../contestants/contestants.mjs";
import { resultsIn, medianOf } from "./figures.mjs";

const BROWSER_NAMES = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKitGTK" };
const WIDTH = 820;
const LABELS = 262;
const FIGURES = 156;
const ROW = 24;
const BAR = 15;
const PANEL_HEAD = 40;
const STYLE = `.ground{fill:#fff}text{font:13px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#1f2430}.head{font-weight:600;font-size:14px}.quiet{fill:#5b6472}
.bar{fill:#c3cad6}.ours .bar{fill:#4f46e5}.ours text{font-weight:600}
@media(prefers-color-scheme:dark){.ground{fill:#14171d}text{fill:#e6e8ee}.quiet{fill:#9aa3b2}.bar{fill:#4a5364}.ours .bar{fill:#8b83ff}}`;

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const label = (name) => PEERS[name]?.label ?? name;

function rowsOf(group) {
  const measured = Object.keys(group).map((name) => ({
    name,
    ms: medianOf(group, name),
    gapMs: medianOf(group, name, "gapMs"),
  }));
  return measured.filter(({ ms }) => ms !== undefined).toSorted((one, other) => one.ms - other.ms);
}

function panel(browser, group, top) {
  const rows = rowsOf(group);
  const slowest = Math.max(...rows.map(({ ms }) => ms));
  const room = WIDTH - LABELS - FIGURES;
  const lines = rows.map(({ name, ms, gapMs }, index) => {
    const y = top + PANEL_HEAD + index * ROW;
    const width = ((ms / slowest) * room).toFixed(1);
    return `<g${name === OURS ? ' class="ours"' : ""}><text x="${LABELS - 10}" y="${y + 12}" text-anchor="end">${escape(label(name))}</text>
<rect class="bar" x="${LABELS}" y="${y}" width="${width}" height="${BAR}" rx="3"/>
<text x="${(LABELS + Number(width) + 8).toFixed(1)}" y="${y + 12}">${(ms / 1000).toFixed(2)} s<tspan class="quiet"> · gap ${gapMs.toFixed(0)} ms</tspan></text></g>`;
  });
  const head = `<text class="head" x="0" y="${top + 24}">${BROWSER_NAMES[browser]}</text>`;
  return { text: [head, ...lines].join("\n"), height: PANEL_HEAD + rows.length * ROW };
}

/** Undefined while no batch was measured. */
export function drawChart(all) {
  const measured = Object.keys(BROWSER_NAMES).filter((browser) => resultsIn(all, "batch", browser));
  if (measured.length === 0) return undefined;
  let top = 28;
  const panels = measured.map((browser) => {
    const { text, height } = panel(browser, resultsIn(all, "batch", browser), top);
    top += height + 6;
    return text;
  });
  const title = "20 photos to 1280x960 JPEG and base64: time, and the longest time the page stood still";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -8 ${WIDTH + 24} ${top + 20}" width="${WIDTH + 24}" role="img" aria-label="${title}">
<style>${STYLE}</style>
<rect class="ground" x="-12" y="-8" width="100%" height="100%" rx="8"/>
<text class="quiet" x="0" y="14">${title}</text>
${panels.join("\n")}
</svg>
`;
}
