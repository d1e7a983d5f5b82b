/** Screenshots of the kinds that people paste into chats, of phones and desktops, light and dark. Each is a page of its own, rendered by Chromium. */

/** Device pixels, and device pixels per CSS pixel. */
const SCREENS = [
  { name: "desktop 1x", width: 1920, height: 1080, scale: 1 },
  { name: "desktop 2x", width: 2880, height: 1800, scale: 2 },
  { name: "phone", width: 1170, height: 2532, scale: 3 },
];

const WORDS =
  "the build of parser 4.8.2 failed on line 71 since report-kit asks for Node 20.11 and 1,204 rows were skipped in 38 ms while tables merge without a change to quotes".split(
    " ",
  );

function words(count, from) {
  return Array.from({ length: count }, (_, at) => WORDS[(at * 7 + from * 13) % WORDS.length]).join(" ");
}

const many = (count, make) => Array.from({ length: count }, (_, at) => make(at)).join("");

const gradient = (at) =>
  `linear-gradient(${at * 37}deg,hsl(${at * 61} 70% 55%),hsl(${at * 61 + 80} 60% 40%) 50%,hsl(${at * 61 + 160} 70% 60%))`;

/** Name to the body of a page; `seed` varies words and colours. */
const PAGES = {
  chat: (seed) =>
    many(14, (at) => `<p class="bubble ${at % 2 ? "mine" : ""}">${words(12 + ((at * 5) % 30), seed + at)}</p>`),
  code: (seed) =>
    `<pre>${many(48, (at) => `<i>${at + 1}</i>  <b>const</b> value${at} = read(<u>"${words(4, seed + at)}"</u>, ${at * 17});\n`)}</pre>`,
  table: (seed) =>
    `<table>${many(34, (row) => `<tr>${many(7, (column) => `<td>${column === 0 ? words(2, seed + row) : (row * 37 + column * 91) % 1000}</td>`)}</tr>`)}</table>`,
  article: (seed) =>
    `<h1>${words(6, seed)}</h1><div class="hero" style="background:${gradient(seed)}"></div>${many(9, (at) => `<p>${words(70, seed + at)}</p>`)}`,
  form: (seed) =>
    many(9, (at) => `<label>${words(3, seed + at)}<input value="${words(4, seed + at + 1)}"></label>`) +
    `<button>${words(2, seed)}</button>`,
  terminal: (seed) =>
    `<pre class="terminal">${many(44, (at) => `08:14:${String(at).padStart(2, "0")}.117  ${at % 5 ? "INFO" : "FAIL"}  ${words(9, seed + at)}\n`)}</pre>`,
  chart: (seed) =>
    `<h2>${words(5, seed)}</h2><svg viewBox="0 0 600 300" width="100%">${many(24, (at) => `<rect x="${at * 25}" width="18" y="${300 - ((at * 53 + seed * 17) % 280)}" height="300" fill="hsl(${(at % 4) * 70 + seed * 20} 65% 50%)"/>`)}</svg><p>${words(40, seed)}</p>`,
  slides: (seed) =>
    `<div class="slide" style="background:${gradient(seed)}"><h1>${words(5, seed)}</h1><ul>${many(4, (at) => `<li>${words(8, seed + at)}</li>`)}</ul></div>`,
  files: (seed) =>
    `<div class="grid">${many(40, (at) => `<div><span style="background:hsl(${at * 23} 60% 60%)"></span>${words(2, seed + at)}</div>`)}</div>`,
  settings: (seed) => many(16, (at) => `<p class="row">${words(4, seed + at)}<em>${at % 2 ? "On" : "Off"}</em></p>`),
};

const STYLE = (isDark, sizePx) => `
  * { box-sizing: border-box; margin: 0; }
  body { font: ${sizePx}px/1.45 "DejaVu Sans"; padding: 20px; background: ${isDark ? "#0d1117" : "#fff"}; color: ${isDark ? "#e6edf3" : "#1f2328"}; }
  pre { font-family: "DejaVu Sans Mono"; } i { color: #888; } b { color: #cf4a9a; } u { color: #2f81f7; text-decoration: none; }
  p { margin: 0 0 10px; } h1, h2 { margin: 0 0 12px; } td { border: 1px solid #8886; padding: 4px 10px; } table { border-collapse: collapse; width: 100%; }
  .bubble { padding: 10px 14px; border-radius: 14px; background: #8882; max-width: 80%; } .mine { margin-left: auto; background: #2f81f7; color: #fff; }
  .hero { height: 180px; margin-bottom: 12px; } label { display: block; margin-bottom: 12px; } input { display: block; width: 100%; padding: 8px; font: inherit; }
  .terminal { background: #111; color: #ddd; padding: 12px; } .slide { padding: 60px; min-height: 85vh; color: #fff; font-size: 1.6em; }
  .grid { display: grid; grid-template-columns: repeat(auto-fill, 110px); gap: 14px; text-align: center; } .grid span { display: block; height: 64px; border-radius: 8px; }
  .row { display: flex; justify-content: space-between; padding: 12px; border-bottom: 1px solid #8884; }`;

/** `{ name, screen, file }`: each page on each screen, light and dark in turns, with text of 11 to 15 px. `browser` is Playwright's. */
export async function renderScreens(browser) {
  const taken = [];
  for (const [at, [kind, body]] of Object.entries(PAGES).entries()) {
    for (const [index, screen] of SCREENS.entries()) {
      for (const isDark of [false, true]) {
        const { width, height, scale } = screen;
        const viewport = { width: Math.round(width / scale), height: Math.round(height / scale) };
        const page = await browser.newPage({ viewport, deviceScaleFactor: scale });
        const style = STYLE(isDark, 11 + ((at + index + Number(isDark)) % 5));
        await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>${body(at * 3 + index)}`);
        taken.push({
          name: `${kind}, ${isDark ? "dark" : "light"}`,
          screen: screen.name,
          file: await page.screenshot(),
        });
        await page.close();
      }
    }
  }
  return taken;
}
