/** Names and addresses come from strangers: they are text wherever they are shown, never markup, and nothing in them runs. */
import { waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { doing, drop, itemNames, items, mount, photo, pick, root, statuses } from "../react/page.js";

const NAMES = [
  '<img src=x onerror="globalThis.struck = 1">.png',
  '"><svg onload="globalThis.struck = 1">.png',
  "'-globalThis.struck=1-'.png",
  "<script>globalThis.struck = 1</script>.png",
  "javascript:globalThis.struck=1.png",
  "&lt;iframe srcdoc='<script>top.struck=1</script>'&gt;.png",
  "{{constructor.constructor('globalThis.struck=1')()}}${globalThis.struck=1}.png",
  "\u202egnp.exe\u0000\u2028.png",
];

/** Without characters that are invisible or reverse the text. */
const SHOWN = [...NAMES.slice(0, -1), "gnp.exe.png"];

const ADDRESSES = [
  "javascript:globalThis.struck=1",
  "data:text/html,<script>parent.struck=1</script>",
  "https://user:<img src=x onerror=globalThis.struck=1>@example.com/a.png",
  "http://10.0.0.1/<img src=x onerror=globalThis.struck=1>.png",
  "<img src=x onerror=globalThis.struck=1>",
  'https://localhost/"onmouseover="globalThis.struck=1',
];

/** Elements that run or load something, or attributes that run: the component makes none but the previews of its own. */
const SUSPECTS =
  "script, iframe, object, embed, link, form, a, base, meta, style, foreignObject, img:not([src^='blob:'])";

function suspects(): string[] {
  const all = [...document.querySelectorAll("body *")];
  const handlers = all.filter((element) =>
    [...element.attributes].some(
      ({ name, value }) =>
        name.startsWith("on") || (/^\s*javascript:/i.test(value) && name !== "title" && name !== "aria-label"),
    ),
  );
  return [...document.querySelectorAll(`body :is(${SUSPECTS})`), ...handlers].map(({ outerHTML }) =>
    outerHTML.slice(0, 200),
  );
}

/** The object URLs that the page was told to show. It only watches and replaces nothing else. */
function watchObjectUrls(): Blob[] {
  const shown: Blob[] = [];
  const real = URL.createObjectURL;
  URL.createObjectURL = (object) => {
    if (object instanceof Blob) shown.push(object);
    return real.call(URL, object);
  };
  onTestFinished(() => {
    URL.createObjectURL = real;
  });
  return shown;
}

/** Those that were rejected are in a strip of their own. */
const byName = (one: string | undefined, other: string | undefined) => String(one).localeCompare(String(other));

beforeEach(() => void Reflect.deleteProperty(globalThis, "struck"));

async function expectNothingRan(): Promise<void> {
  // An image that fails to load runs its handler a little later.
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(Reflect.get(globalThis, "struck")).toBeUndefined();
}

describe("markup: names from strangers are shown as text", () => {
  test("names of files, prepared and rejected", async () => {
    mount();
    const good = await Promise.all(NAMES.map((name) => photo(name, 40, 30)));
    await doing(() => pick(...good, ...NAMES.map((name) => new File(["<h1>no picture"], name, { type: "image/png" }))));
    await waitFor(() =>
      expect(statuses().filter((status) => status === "ready" || status === "rejected")).toHaveLength(2 * NAMES.length),
    );
    expect(statuses().filter((status) => status === "ready")).toHaveLength(NAMES.length);
    expect(itemNames()).toEqual([...SHOWN, ...SHOWN.map((name) => `${name} (2)`)]);
    expect(suspects()).toEqual([]);
    await expectNothingRan();
  });

  test("addresses, typed and dropped", async () => {
    const { handle } = mount({ urls: "fetch" });
    await doing(() => {
      for (const address of ADDRESSES) handle.current!.addUrl(address);
    });
    await waitFor(() => expect(statuses()).toEqual(ADDRESSES.map(() => "rejected")));
    const data = new DataTransfer();
    data.setData("text/uri-list", "http://10.0.0.1/a.png");
    data.setData(
      "text/html",
      `<img src="http://10.0.0.1/<b>.png" onerror="globalThis.struck = 1"><svg onload="globalThis.struck = 1"><script>globalThis.struck = 1</script>`,
    );
    await doing(
      () => void root().dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data })),
    );
    await waitFor(() => expect(statuses()).toHaveLength(ADDRESSES.length + 1));
    expect(
      items()
        .map((item) => item.textContent)
        .join(" "),
    ).toContain("javascript:");
    expect(suspects()).toEqual([]);
    await expectNothingRan();
  });

  test("what a drag from another page carries is read and not run", async () => {
    mount({ urls: "fetch" });
    const data = new DataTransfer();
    data.setData("text/html", "<img src=x onerror='globalThis.struck = 1'>");
    await doing(
      () => void root().dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data })),
    );
    expect(items()).toHaveLength(0);
    await expectNothingRan();
  });
});

describe("markup: a preview shows only checked pictures", () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="top.struck = 1"><script>top.struck = 1</script></svg>`;
  const html = "<!doctype html><script>top.struck = 1</script>";
  const disguised = [svg, html, `GIF89a/*${html}*/`, "%PDF-1.7"].map(
    (text, n) => new File([text], `${n}.png`, { type: "image/png" }),
  );

  test("of a picture among files disguised as pictures", async () => {
    const shown = watchObjectUrls();
    mount();
    const good = await photo("photo.html", 40, 30);
    await doing(() => void drop(root(), ...disguised, good));
    await waitFor(() => expect(statuses().toSorted(byName)).toEqual(["ready", ...disguised.map(() => "rejected")]));
    await waitFor(() => expect(document.querySelector("body img")).not.toBeNull());
    const pictures = shown.filter(({ type }) => type !== "text/javascript");
    expect(pictures.length).toBeGreaterThan(0);
    for (const blob of pictures) {
      expect(blob.type).toBe("image/jpeg");
      expect([...new Uint8Array(await blob.slice(0, 3).arrayBuffer())]).toEqual([0xff, 0xd8, 0xff]);
    }
    await expectNothingRan();
  });

  test("of a compressor's answer under its true type, whatever it is labelled", async () => {
    const shown = watchObjectUrls();
    const small = await photo("small.jpg", 40, 30);
    mount({ compress: async () => small.slice(0, small.size, "text/html") });
    const large = await photo("large.jpg");
    await doing(() => void drop(root(), large));
    await waitFor(() => expect(document.querySelector("body img")).not.toBeNull());
    expect(shown.map(({ type }) => type).filter((type) => type !== "text/javascript")).toContain("image/jpeg");
    expect(shown.map(({ type }) => type)).not.toContain("text/html");
  });
});
