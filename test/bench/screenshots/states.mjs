/** The states of the demo that are looked at: a scene, and what is done on it. */

async function settled(page) {
  await page.locator("[data-vd-item]").first().waitFor();
  await page.waitForFunction(() => !document.querySelector("[data-status=waiting], [data-status=working]"));
  // Their decoding is asynchronous. Those out of sight are not loaded.
  await page.evaluate(() =>
    Promise.all([...document.querySelectorAll("[data-vd-thumbnail] img")].map((img) => img.complete && img.decode())),
  );
}

const answered = (page) => page.locator(".message-assistant .bubble, .trouble").first().waitFor();

async function dragFiles(page, type) {
  const data = await page.evaluateHandle((mediaType) => {
    const transfer = new DataTransfer();
    for (const name of ["one", "two"]) transfer.items.add(new File([""], name, { type: mediaType }));
    return transfer;
  }, type);
  for (const event of ["dragenter", "dragover"]) {
    await page.locator(".chat").dispatchEvent(event, { dataTransfer: data });
  }
  await page.locator(".veil").waitFor();
}

/** The panel: beside the chat it stands open; a narrow window has it over the chat. */
async function openTab(page, name) {
  const tab = page.getByRole("tab", { name });
  if (!(await tab.isVisible())) await page.getByRole("button", { name: "Inspect" }).click();
  await tab.click();
}

/** A scene that puts a dialog over a narrow window is seen without it. */
async function closeDialog(page) {
  if (await page.locator("dialog.panel").isVisible()) await page.keyboard.press("Escape");
}

const scene = (id, act = settled) => ({ id, query: `?scene=${id}`, act });
const ready = (id, act, of = "ready") => ({
  id,
  query: `?scene=${of}`,
  act: async (page) => {
    await settled(page);
    await act(page);
  },
});

export const states = [
  { id: "empty", query: "", act: (page) => page.locator(".composer").waitFor() },
  scene("ready"),
  scene("twelve"),
  ready(
    "twelve-scrolled",
    (page) => page.locator("[data-vd-list]").evaluate((list) => list.scrollBy(300, 0)),
    "twelve",
  ),
  scene("sixty"),
  scene("names"),
  ready(
    "names-tile-focus",
    async (page) => {
      await page.locator("[data-vd-item-open]").first().focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowLeft");
    },
    "names",
  ),
  scene("thin"),
  scene("only-rejected"),
  scene("rejected"),
  scene("no-limit"),
  { id: "full", query: "?scene=full", act: (page) => page.locator("[data-vd-meter][data-level=over]").waitFor() },
  scene("near"),
  scene("over"),
  ready("over-details", (page) => page.locator("[data-vd-meter-toggle]").click(), "over"),
  ready(
    "shrunk",
    async (page) => {
      await page.locator("[data-vd-meter-action]").first().click();
      await page.waitForFunction(() => document.querySelector("[data-vd-root]").dataset.status === "ready");
    },
    "over",
  ),
  scene("error-request-too-large", answered),
  ready(
    "error-details",
    async (page) => {
      await answered(page);
      await page.locator(".trouble summary").click();
    },
    "error-request-too-large",
  ),
  scene("sent", answered),
  {
    id: "sending",
    query: "?scene=ready",
    act: async (page) => {
      await settled(page);
      await page.route("**/anthropic/**", () => {});
      await page.getByRole("button", { name: "Send", exact: true }).click();
      await page.locator(".dots").waitFor();
    },
  },
  ready("menu", async (page) => {
    await page.locator("[data-vd-item-open]").first().dispatchEvent("contextmenu");
    await page.getByRole("menu").waitFor();
  }),
  ready("preview", async (page) => {
    await page.locator("[data-vd-item-open]").nth(1).click();
    await page.locator("[data-vd-compare-handle]").waitFor();
    await page.waitForFunction(() =>
      [...document.querySelectorAll("[data-vd-preview] img")].every(({ complete }) => complete),
    );
  }),
  ready("preview-small-text", async (page) => {
    await page.locator("[data-vd-item-open]").nth(3).click();
    await page.locator("[data-vd-compare-handle]").waitFor();
  }),
  ready("dragging", (page) => dragFiles(page, "image/png")),
  ready("dragging-others", (page) => dragFiles(page, "application/zip")),
  ready("undo", async (page) => {
    await page.locator("[data-vd-item-open]").first().focus();
    await page.keyboard.press("Delete");
    await page.locator("[data-vd-undo]").waitFor();
  }),
  ready("link-field", (page) => page.getByRole("button", { name: "Add from link" }).click()),
  ready("options", (page) => page.getByRole("button", { name: "Options", exact: true }).click()),
  ready("tab-code", (page) => openTab(page, "Code")),
  ready("tab-compare", (page) => openTab(page, "Compare")),
  ready("tab-request", (page) => openTab(page, /^Request/)),
  ready("tab-limits", (page) => openTab(page, "Limits")),
  ready("tab-log", (page) => openTab(page, /^Log/), "rejected"),
  ready("rtl", closeDialog, "rtl"),
  {
    id: "shadcn",
    query: "demo/scenes/shadcn/index.html",
    act: async (page) => {
      const files = ["lake-12mp.jpg", "logo-transparent.png", "screenshot-tall.png", "claims-60000x60000.png"];
      await page.locator("input[type=file]").setInputFiles(files.map((name) => `public/samples/${name}`));
      await settled(page);
      await page.getByRole("textbox").fill("What is different?");
    },
  },
];
