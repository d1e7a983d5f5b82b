/** The pictures of the documentation's gallery: states of the demo, as it is now. */
import { writeFile } from "node:fs/promises";
import { chromium } from "playwright";
import sharp from "sharp";
import { finders } from "../browsers/finders.mjs";
import { serveDemo } from "../serve-demo.mjs";
import { states } from "./states.mjs";

const WINDOW = { viewport: { width: 880, height: 620 }, colorScheme: "light" };
const DARK = { ...WINDOW, colorScheme: "dark" };
const PHONE = { viewport: { width: 390, height: 700 }, colorScheme: "light", hasTouch: true };

/** Each is a state of `states.mjs`, with what it shows. */
const SECTIONS = [
  [
    "Adding images",
    [
      ["empty", "Nothing added yet."],
      ["dragging", "Files are dragged over the window: how many would be added."],
      ["dragging-others", "None of the dragged files is an image."],
      ["ready", "Ready to send: tiles, and the size of the request."],
      ["ready", "The same in the dark.", DARK],
      ["twelve", "More than fit into one line: the list scrolls."],
      ["names-tile-focus", "A tile with the keyboard's focus names its keys."],
      ["ready", "On a phone.", PHONE],
    ],
  ],
  [
    "What is not taken",
    [
      ["refused", "Rejected files stand apart, each with the reason and what to do."],
      ["undo", "A removal can be undone."],
    ],
  ],
  [
    "The request's size",
    [
      ["near", "Nearly full."],
      ["over", "Over the limit: by how much, and what can be done."],
      ["over", "The same in the dark.", DARK],
      ["over-details", "The figures in detail."],
      ["shrunk", "Made to fit."],
      ["over", "On a phone.", PHONE],
    ],
  ],
  [
    "One image",
    [
      ["preview", "Enlarged: the original beside what is sent."],
      ["preview-small-text", "A screenshot whose small text may be lost: it can be kept larger."],
    ],
  ],
  [
    "After Send",
    [
      ["sending", "Under way."],
      ["sent", "Sent and answered."],
      ["error-request-too-large", "Refused by the API, and explained."],
      ["error-details", "With the API's own words."],
    ],
  ],
  ["Other directions", [["rtl", "From right to left, for Arabic, Hebrew and others."]]],
];

const QUALITY = 80;

/** Writes the pictures into `folder`: the sections, each with its pictures' files and captions. Throws where a state is not reached. */
export async function takeGallery(folder) {
  const server = await serveDemo();
  const browser = await chromium.launch(await (await finders()).findChromium());
  try {
    const sections = [];
    for (const [title, pictures] of SECTIONS) {
      const taken = [];
      for (const [id, caption, media = WINDOW] of pictures) {
        const file = `${id}${media === DARK ? "-dark" : media === PHONE ? "-phone" : ""}.webp`;
        await writeFile(`${folder}/${file}`, await pictureOf(browser, server.url, id, media));
        taken.push({ file, caption, width: media.viewport.width });
      }
      sections.push({ title, pictures: taken });
    }
    return sections;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function pictureOf(browser, url, id, media) {
  const state = states.find((one) => one.id === id);
  const context = await browser.newContext({ locale: "en-US", deviceScaleFactor: 1.5, ...media });
  const page = await context.newPage();
  await page.goto(url + state.query);
  await state.act(page);
  const picture = await page.screenshot({ animations: "disabled" });
  await context.close();
  return sharp(picture).webp({ quality: QUALITY }).toBuffer();
}
