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
  {
    title: "Adding images",
    pictures: [
      { id: "empty", caption: "Nothing added yet." },
      { id: "dragging", caption: "Files are dragged over the window: how many would be added." },
      { id: "dragging-others", caption: "None of the dragged files is an image." },
      { id: "ready", caption: "Ready to send: tiles, and the size of the request." },
      { id: "ready", caption: "The same in the dark.", media: DARK },
      { id: "twelve", caption: "More than fit into one line: the list scrolls." },
      { id: "names-tile-focus", caption: "A tile with the keyboard's focus names its keys." },
      { id: "ready", caption: "On a phone.", media: PHONE },
    ],
  },
  {
    title: "What is not taken",
    pictures: [
      { id: "rejected", caption: "Rejected files stand apart, each with the reason and what to do." },
      { id: "undo", caption: "A removal can be undone." },
    ],
  },
  {
    title: "The request's size",
    pictures: [
      { id: "near", caption: "Nearly full." },
      { id: "over", caption: "Over the limit: by how much, and what can be done." },
      { id: "over", caption: "The same in the dark.", media: DARK },
      { id: "over-details", caption: "The figures in detail." },
      { id: "shrunk", caption: "Made to fit." },
      { id: "over", caption: "On a phone.", media: PHONE },
    ],
  },
  {
    title: "One image",
    pictures: [
      { id: "preview", caption: "Enlarged: the original beside what is sent." },
      { id: "preview-small-text", caption: "A screenshot whose small text may be lost: it can be kept larger." },
    ],
  },
  {
    title: "After Send",
    pictures: [
      { id: "sending", caption: "Under way." },
      { id: "sent", caption: "Sent and answered." },
      { id: "error-request-too-large", caption: "Refused by the API, and explained." },
      { id: "error-details", caption: "With the API's own words." },
    ],
  },
  {
    title: "Elements of your own",
    pictures: [{ id: "shadcn", caption: "A composer for shadcn/ui, to copy from the recipes." }],
  },
  {
    title: "Other directions",
    pictures: [{ id: "rtl", caption: "From right to left, for Arabic, Hebrew and others." }],
  },
];

const QUALITY = 80;

/** Writes the pictures into `folder`: the sections, each with its pictures' files and captions. Throws where a state is not reached. */
export async function takeGallery(folder) {
  const server = await serveDemo();
  const browser = await chromium.launch(await (await finders()).findChromium());
  try {
    const sections = [];
    for (const { title, pictures } of SECTIONS) {
      const taken = [];
      for (const { id, caption, media = WINDOW } of pictures) {
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
