import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furtherLimits } from "../../demo/state/limits.js";
import { targets } from "../../demo/targets/targets.js";
import { answeredBytes, eventually, startDemoBrowser } from "./demo-page.js";
import type { DemoBrowser } from "./demo-page.js";

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const lake = fromRoot("public/samples/lake-12mp.jpg");
const logo = fromRoot("public/samples/logo-transparent.png");

/** As Vite names their bundles. */
const SDKS = [
  "@anthropic",
  "@aws",
  "@google_genai",
  "@mistralai_mistralai",
  "@openrouter_sdk",
  "ollama_browser",
  "openai",
];

/** Through its SDK where it has one; every endpoint is asked in the unit tests. */
const ONE_A_PROVIDER = targets.filter(
  ({ provider, id }) =>
    targets.findLast((one) => one.provider === provider && !one.id.includes("-http") && one.action === "send")?.id ===
    id,
);

describe("demo: endpoints", () => {
  let demo: DemoBrowser;
  beforeAll(async () => {
    demo = await startDemoBrowser();
  });
  afterAll(() => demo.close());

  it.each(["Anthropic Messages", "OpenAI Responses", "OpenAI Batch", "Gemini generateContent"])(
    "send file ids to %s, and the meter shrinks to the body of a few hundred bytes",
    async (label) => {
      const { page, drop, pick, items, textBox, send, answers, exactBytes, complaints } = await demo.open();
      await pick(label);
      await textBox.fill("What is this?");
      await drop([lake]);
      await items.getByText("→ 1280 \u00d7 960").waitFor();
      const inline = await exactBytes();
      await page.getByRole("button", { name: "Options", exact: true }).click();
      await page.getByLabel("Send images as").selectOption("files");
      await page.keyboard.press("Escape");
      await eventually(exactBytes).toBeLessThan(1000);
      const shown = await exactBytes();
      expect(inline).toBeGreaterThan(100_000);
      await send.click();
      await answers.first().waitFor();
      expect(await answers.first().textContent()).toMatch(
        /^1 image: 1280 × 960 JPEG \(\d+ kB, by file id\); (body|batch file) \d{3} bytes$/,
      );
      expect(await answeredBytes(answers.first())).toBe(shown);
      // The next message refers to the earlier image, too, instead of carrying it.
      await textBox.fill("And now?");
      await send.click();
      await answers.nth(1).waitFor();
      const next = await answeredBytes(answers.nth(1));
      expect(next).toBeGreaterThan(shown);
      expect(next).toBeLessThan(1500);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  it("can all be picked: each shows its limits with sources, its blocks and an exact meter", async () => {
    const { page, items, pick, send, exactBytes, complaints } = await demo.open("?scene=limits");
    await eventually(() => items.getByText("→").count()).toBe(2);
    for (const { label, endpoint } of targets) {
      await pick(label);
      await page.getByRole("tab", { name: "Limits" }).click();
      await eventually(() => page.locator(".limits-table caption").textContent()).toContain(label);
      expect(await page.locator(".limits-table caption").textContent()).toContain(endpoint.asOf);
      expect(await page.locator(".limits-read a").count(), label).toBe(endpoint.sources.length);
      await eventually(() => items.getByText("→").count()).toBe(2);
      expect(await exactBytes(), label).toBeGreaterThan(200_000);
      await page.getByRole("tab", { name: /^Request/ }).click();
      expect((await page.getByRole("region", { name: "Content blocks" }).textContent())?.length, label).toBeLessThan(
        3000,
      );
      expect(await send.isEnabled(), label).toBe(true);
    }
    // Those that the demo does not send to can be read about all the same.
    await page.getByRole("tab", { name: "Limits" }).click();
    for (const { label, sources } of furtherLimits) {
      await page.getByLabel("Limits of").selectOption({ label });
      expect(await page.locator(".limits-table caption").textContent()).toContain(label);
      expect(await page.locator(".limits-read a").count(), label).toBe(sources.length);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("tell bytes, images and tokens apart, and say when the provider would downsize a picture again", async () => {
    const { page, items, violations } = await demo.open("?scene=limits");
    await eventually(() => items.getByText("→").count()).toBe(2);
    const tokens = page.locator("[data-limit-use=tokens]");
    await eventually(() => tokens.textContent()).toMatch(/[1-9],\d{3}.*standard resolution/);
    const advice = page.locator(".limits-advice");
    expect(await advice.textContent()).toContain("resampled");
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "Options", exact: true }).click();
    await page.getByLabel("Maximum size").selectOption("endpoint");
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Escape");
    await items
      .getByText(/→ \d+ \u00d7 952/)
      .first()
      .waitFor();
    await eventually(() => advice.count()).toBe(0);
    await page.close();
  });

  it("take an image by its address, and reject one that a provider could never fetch", async () => {
    const { page, items, textBox, send, answers, exactBytes } = await demo.open();
    await page.route("https://pictures.example.com/**", (route) =>
      route.fulfill({ path: lake, contentType: "image/jpeg", headers: { "access-control-allow-origin": "*" } }),
    );
    const addUrl = async (url: string): Promise<void> => {
      await page.getByRole("button", { name: "Add from link" }).click();
      await page.getByLabel("Link to an image").fill(url);
      await page.keyboard.press("Enter");
    };
    await addUrl("http://127.0.0.1/secret.jpg");
    await page.locator("[data-vd-item][data-status=rejected]").waitFor();
    await addUrl("https://pictures.example.com/lake.jpg");
    await items.getByText("→ 1280 \u00d7 960").waitFor();
    await textBox.fill("What is this?");
    const shown = await exactBytes();
    await send.click();
    await answers.first().waitFor();
    expect(await answeredBytes(answers.first())).toBe(shown);
    await page.close();
  });

  it("take the address itself where the demo is told so, and this page never asks for the picture", async () => {
    const { page, items, pick, textBox, send, answers, exactBytes, violations } = await demo.open();
    const asked: string[] = [];
    await page.route("https://pictures.example.com/**", (route) => {
      asked.push(route.request().method());
      return route.fulfill({
        status: 200,
        contentType: "image/jpeg",
        headers: {
          "access-control-allow-origin": "*",
          "access-control-expose-headers": "content-length",
          "content-length": "250000",
        },
      });
    });
    await page.getByRole("button", { name: "Options", exact: true }).click();
    await page.getByLabel("Images from links").selectOption("block");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Add from link" }).click();
    await page.getByLabel("Link to an image").fill("https://pictures.example.com/lake.jpg?sig=a");
    await page.keyboard.press("Enter");
    await items.getByText("Sent as a link").waitFor();
    await textBox.fill("What is this?");
    await page.getByRole("tab", { name: /^Request/ }).click();
    await eventually(() => page.getByRole("region", { name: "Content blocks" }).textContent()).toContain(
      "https://pictures.example.com/lake.jpg?sig=a",
    );
    const shown = await exactBytes();
    const sizes: number[] = [];
    for (const round of [0, 1]) {
      await send.click();
      await answers.nth(round).waitFor();
      expect(await answers.nth(round).textContent()).toMatch(/^1 image: image by URL; body \d{3} bytes$/);
      sizes.push(await answeredBytes(answers.nth(round)));
      // The next message refers to it again.
      await textBox.fill("And now?");
      await send.waitFor();
    }
    expect(sizes[0]).toBe(shown);
    expect(sizes[1]).toBeGreaterThan(shown);
    expect(await page.locator(".message-user .linked").textContent()).toContain("pictures.example.com/lake.jpg");
    await page.getByRole("tab", { name: /^Log/ }).click();
    await page.getByText("sent as a link").waitFor();
    expect(await violations()).toEqual([]);
    expect(asked).toEqual(["HEAD"]);
    // For an endpoint that takes no addresses it is mentioned in words.
    await pick("Bedrock Converse");
    await send.click();
    await answers.nth(2).waitFor();
    expect(await answers.nth(2).textContent()).toMatch(/^No images/);
    await page.close();
  });

  it("all answer with what they received, to the byte of the meter, each SDK loaded when it first sends", async () => {
    const { page, drop, pick, items, textBox, send, answers, exactBytes, complaints } = await demo.open();
    const loaded: string[] = [];
    page.on("request", (request) => {
      const sdk = /deps\/(@?\w+)/.exec(request.url())?.[1];
      if (sdk !== undefined) loaded.push(sdk);
    });
    await page.reload();
    await textBox.waitFor();
    expect(loaded.filter((name) => SDKS.includes(name))).toEqual([]);
    for (const { label, action } of targets) {
      await pick(label);
      await page.getByRole("button", { name: "New" }).click();
      await drop([logo]);
      await items.getByText("→").waitFor();
      await textBox.fill("What is this? ¿Qué?");
      const shown = await exactBytes();
      const sent = page.waitForRequest((request) => request.method() === "POST" && !request.url().includes("/files"));
      await send.click();
      if (action === "count") {
        expect((await sent).postDataBuffer()?.length, label).toBe(shown);
        await page.getByText(/would cost [\d,]+ input tokens/).waitFor();
        await items.getByRole("button", { name: /^Remove/ }).click();
        continue;
      }
      await answers.first().waitFor();
      expect(await answers.first().textContent(), label).toMatch(/^1 image: \d+ × \d+ JPEG/);
      expect(await answeredBytes(answers.first()), label).toBe(shown);
      expect(await page.locator(".message-assistant .meta").textContent(), label).toContain(label);
    }
    expect([...new Set(loaded.filter((name) => SDKS.includes(name)))].toSorted()).toEqual(SDKS.toSorted());
    // What was sent left the list as sent, and was not announced as removed.
    expect(await page.locator("[data-vd-status]").first().textContent()).toMatch(/ sent\.$/);
    expect(complaints).toEqual([]);
    await page.close();
  });

  // Each refusal at one provider, and one at each provider: `test/unit/demo/stand-ins.test.ts` tests which provider says what.
  it("explain a refusal, and keep the draft", async () => {
    const { page, pick, items, textBox, send } = await demo.open();
    for (const name of ["12 megapixels", "Phone photo"]) await page.getByRole("button", { name }).click();
    await eventually(() => items.getByText("→").count()).toBe(2);
    await textBox.fill("Will this go through?");
    const card = page.locator(".trouble");
    const seen = new Set<string>();
    for (const { label, refusals: known } of ONE_A_PROVIDER) {
      await pick(label);
      const fresh = known.filter((id) => !seen.has(id));
      for (const id of fresh.length > 0 ? fresh : known.slice(0, 1)) {
        seen.add(id);
        await page.getByRole("button", { name: "Options", exact: true }).click();
        await page.getByLabel("Simulate an error").selectOption(id);
        await page.keyboard.press("Escape");
        await eventually(() => items.getByText("→").count()).toBe(2);
        await send.click();
        const busy = id === "rate-limit" || id === "overloaded";
        await card.getByRole("heading").waitFor();
        await send.waitFor();
        const [kind, status] = await card.locator("code").allTextContents();
        expect(kind, `${label}: ${id}`).toBe(id);
        expect(status, `${label}: ${id}`).toMatch(busy ? /^(429|503|529)$/ : /^[45]\d\d$/);
        expect(await card.getByRole("button").count(), label).toBe(1);
        expect(await card.getByText("API message").count(), label).toBe(1);
        await page.getByRole("button", { name: "New" }).click();
      }
      expect([await items.count(), await textBox.inputValue()], label).toEqual([2, "Will this go through?"]);
    }
    await page.close();
  });

  it("are named in a scene's address, which plays the refusal", async () => {
    const { page, violations } = await demo.open("?scene=error-image-dimensions&endpoint=bedrock-converse");
    const card = page.locator(".trouble");
    await card.waitFor();
    expect(await card.locator("code").allTextContents()).toContain("400");
    expect(await card.textContent()).toContain("The model returned the following errors: messages.0.content.0.image");
    expect(await violations()).toEqual([]);
    await page.close();
  });

  it("get what is dropped anywhere on the page, or pasted with the focus anywhere", async () => {
    const { page, drop, items } = await demo.open("?scene=limits");
    await eventually(() => items.getByText("→").count()).toBe(2);
    await drop([logo], page.locator("#panel"));
    await eventually(() => items.getByText("→").count()).toBe(3);
    await page.evaluate(async (url) => {
      const data = new DataTransfer();
      data.items.add(new File([await (await fetch(url)).blob()], "pasted.png", { type: "image/png" }));
      document.body.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, "/samples/logo-transparent.png");
    await eventually(() => items.getByText("→").count()).toBe(4);
    await page.close();
  });
});
