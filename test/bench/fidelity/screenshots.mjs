/** Screenshots of a page of small text, taken by Chromium, with where each block of text stands in them. */
import { BLOCKS } from "./screenshot-text.mjs";
import { screenshotPage } from "./screenshot-page.mjs";

/** Device pixels, and device pixels per CSS pixel: two plain monitors, and a phone showing a page made for monitors. */
const SCREENS = [
  { width: 1920, height: 1080, scale: 1 },
  { width: 2560, height: 1600, scale: 1 },
  { width: 1290, height: 2796, scale: 2 },
];

/** `browser` is Playwright's. */
export async function takeScreenshots(browser) {
  const taken = [];
  for (const { width, height, scale } of SCREENS) {
    const viewport = { width: Math.round(width / scale), height: Math.round(height / scale) };
    const page = await browser.newPage({ viewport, deviceScaleFactor: scale });
    await page.setContent(screenshotPage());
    await page.evaluate(() => document.fonts.ready);
    const file = await page.screenshot({ clip: { x: 0, y: 0, ...viewport } });
    const places = await page.$$eval("[data-text]", (elements) =>
      elements.map((element) => {
        const { left, top, width: wide, height: high } = element.getBoundingClientRect();
        return { left, top, width: wide, height: high };
      }),
    );
    await page.close();
    taken.push({ name: `screenshot-${width}x${height}.png`, file, blocks: blocksIn(places, viewport) });
  }
  return taken;
}

/** In fractions of the picture, so that they hold at any size; a block the screen cuts off is not read. */
function blocksIn(places, { width, height }) {
  return places.flatMap(({ left, top, width: wide, height: high }, index) => {
    if (left < 0 || top < 0 || left + wide > width || top + high > height) return [];
    const { text, size } = BLOCKS[index];
    return [
      {
        text,
        size,
        left: left / width,
        top: top / height,
        right: (left + wide) / width,
        bottom: (top + high) / height,
      },
    ];
  });
}
