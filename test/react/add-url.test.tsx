import { fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ImageError } from "../../src/shared/errors.js";
import type { UrlMode } from "../../src/url/types.js";
import { vertexClaude } from "../../src/endpoints.js";
import { heldPool } from "../fixtures/held-pool.js";
import {
  button,
  doing,
  drop,
  itemNames,
  items,
  mount,
  photo,
  release,
  root,
  started,
  statuses,
  transfer,
  oneTask,
} from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

const URL_A = "https://cdn.example.com/a.jpg?sig=secret";
const NAME_A = "cdn.example.com/a.jpg";

interface Asked {
  method: string;
  url: string;
  signal: AbortSignal;
  answer: (response: Response) => void;
}

let a: File;
let b: File;
let asked: Asked[] = [];

const picture = () => new Response(a, { headers: { "content-type": "image/jpeg", "content-length": String(a.size) } });
const head = () => new Response(null, { headers: { "content-type": "image/jpeg", "content-length": String(a.size) } });
const asks = (method: string) => asked.filter((one) => one.method === method);

beforeAll(async () => {
  [a, b] = (await Promise.all(["a.jpg", "b.jpg"].map(photo))) as [File, File];
});
beforeEach(() => {
  stage.pool = heldPool();
  asked = [];
  // Every question waits for the test, and ends with its signal as a real one does.
  vi.stubGlobal(
    "fetch",
    (url: string, { method, signal }: { method: string; signal: AbortSignal }) =>
      new Promise<Response>((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        asked.push({ method, url, signal, answer: resolve });
      }),
  );
});
afterEach(() => vi.unstubAllGlobals());

/** Answers the first open question of this kind once it has been asked. */
async function answer(method: "HEAD" | "GET", response: Response, at = 0) {
  await waitFor(() => expect(asks(method)[at]).toBeDefined());
  await doing(() => asks(method)[at]!.answer(response));
}
async function arrive(at = 0) {
  await answer("HEAD", head(), at);
  await answer("GET", picture(), at);
}
function mountWith(urls: UrlMode = "fetch", props: Parameters<typeof mount>[0] = {}) {
  const onReject = vi.fn();
  const view = mount({ urls, onReject, ...props });
  const addUrl = (url = URL_A) => doing(() => void view.handle.current!.addUrl(url));
  return { ...view, onReject, addUrl };
}
const spoken = () => screen.getByRole("status").textContent;
const detail = (at = 0) => items()[at]!.querySelector("[data-vd-item-detail]")!.textContent;

describe("addUrl", () => {
  test("checks first, then downloads, and the image is an item like any other", async () => {
    const { handle, heard } = mountWith();
    let id = "";
    await doing(() => void (id = handle.current!.addUrl(URL_A)));
    expect(itemNames()).toEqual([NAME_A]);
    expect([
      items()[0]!.dataset.id,
      items()[0]!.dataset.status,
      items()[0]!.dataset.byUrl,
      root().dataset.status,
    ]).toEqual([id, "working", "", "working"]);
    expect([detail(), spoken()]).toEqual(["Checking the link", `${NAME_A} added.`]);
    await answer("HEAD", head());
    expect(detail()).toBe("Downloading");
    expect(screen.getByRole("progressbar", { name: `Downloading ${NAME_A}` })).toBeDefined();
    await answer("GET", picture());
    expect(asked.map(({ method, url }) => [method, url])).toEqual([
      ["HEAD", URL_A],
      ["GET", URL_A],
    ]);
    await started(1);
    expect([items().length, items()[0]!.dataset.id, items()[0]!.dataset.byUrl, itemNames()[0]]).toEqual([
      1,
      id,
      undefined,
      "a.jpg",
    ]);
    await release();
    expect(spoken()).toBe("a.jpg ready.");
    expect(heard.ready.at(-1)!.images.map(({ name }) => name)).toEqual(["a.jpg"]);
  });

  test("keeps its place before files that come later (T33), and whenReady waits for it (T15)", async () => {
    const { addUrl, handle } = mountWith();
    await addUrl();
    await drop(root(), b);
    const ready = handle.current!.whenReady();
    await arrive();
    await started(2);
    await release();
    expect((await ready).images.map(({ name }) => name)).toEqual(["a.jpg", "b.jpg"]);
  });

  test("a rejection is shown, announced and reported, and delays nothing", async () => {
    const { addUrl, onReject, handle } = mountWith();
    await addUrl();
    await drop(root(), b);
    await answer("HEAD", new Response(null, { status: 404 }));
    await started(1);
    await release();
    expect(itemNames()).toEqual(["b.jpg", NAME_A]);
    expect(statuses()).toEqual(["ready", "rejected"]);
    expect(items()[1]!.textContent).toContain("HTTP 404");
    expect(onReject.mock.calls).toEqual([
      [[expect.objectContaining({ url: URL_A, file: undefined, error: expect.any(ImageError) })]],
    ]);
    expect(screen.queryByRole("button", { name: /again/ })).toBeNull();
    expect((await handle.current!.whenReady()).images).toHaveLength(1);
  });

  test.each([
    ["no address", "photo.jpg", "url-invalid"],
    ["http:", "http://example.com/a.jpg", "url-scheme"],
    ["data:", "data:image/png;base64,AAAA", "url-scheme"],
    ["a secret in it", "https://me:pass@example.com/a.jpg", "url-credentials"],
    ["a private host", "https://192.168.0.1/a.jpg", "url-private-host"],
  ])("%s is rejected without a request, and shows no secret", async (_, url, code) => {
    const { addUrl, onReject } = mountWith();
    await addUrl(url);
    expect(onReject.mock.calls).toMatchObject([[[{ error: { code } }]]]);
    expect(asked).toEqual([]);
    expect(spoken()).toContain("wasn't added: ");
    expect(document.body.textContent).not.toContain("pass@");
  });

  test("private hosts can be allowed", async () => {
    const { addUrl } = mountWith("fetch", { allowPrivateHosts: true });
    await addUrl("http://localhost/a.jpg");
    await arrive();
    await started(1);
    expect(itemNames()).toEqual(["a.jpg"]);
  });

  test("what could not be read can be tried again, and the focus stays in the row", async () => {
    const { addUrl } = mountWith();
    await addUrl();
    await answer("HEAD", head());
    await answer("GET", new Response(null, { status: 503 }));
    await waitFor(() => expect(statuses()).toEqual(["rejected"]));
    button(`Try ${NAME_A} again`).focus();
    await doing(() => void fireEvent.click(button(`Try ${NAME_A} again`)));
    expect(statuses()).toEqual(["working"]);
    expect(document.activeElement!.getAttribute("aria-label")).toBe(`Remove ${NAME_A}`);
    await arrive(1);
    await started(1);
    expect(itemNames()).toEqual(["a.jpg"]);
  });

  test("removed while downloading, the download ends and no rejection is reported", async () => {
    const { addUrl, onReject } = mountWith();
    await addUrl();
    await answer("HEAD", head());
    await waitFor(() => expect(asks("GET")).toHaveLength(1));
    await doing(() => void fireEvent.click(button(`Remove ${NAME_A}`)));
    expect(asks("GET")[0]!.signal.aborted).toBe(true);
    expect([items(), root().dataset.status]).toEqual([[], "empty"]);
    await oneTask();
    expect(onReject).not.toHaveBeenCalled();
  });

  test("unmounting ends pending requests", async () => {
    const { addUrl, unmount } = mountWith();
    await addUrl();
    unmount();
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true]);
  });

  test("off by default: says how to turn it on, and makes no request", () => {
    const { handle } = mount();
    expect(() => handle.current!.addUrl(URL_A)).toThrow(/urls: "fetch"/);
    expect(asked).toEqual([]);
  });
});

describe("addUrl: an image sent by its address", () => {
  const glyph = () => items()[0]!.querySelector("[data-vd-thumbnail] svg path")!.getAttribute("d");

  test("is ready with what its server states, with an icon in place of the picture", async () => {
    const { addUrl, heard } = mountWith("block");
    await addUrl();
    const underWay = glyph();
    await answer("HEAD", head());
    expect([statuses(), items()[0]!.dataset.byUrl, detail(), spoken()]).toEqual([
      ["ready"],
      "",
      expect.stringMatching(/^Sent as a link · JPEG, \d+ kB$/),
      `${NAME_A} ready.`,
    ]);
    expect([glyph(), root().querySelector("img")]).toEqual([underWay, null]);
    expect(heard.ready.map(({ blocks }) => blocks)).toEqual([[{ type: "image", source: { type: "url", url: URL_A } }]]);
    expect(asked).toHaveLength(1);
  });

  test("is shown only if the app asks for that, and by an icon if it cannot be", async () => {
    const { addUrl } = mountWith("block", { previewUrls: true });
    await addUrl();
    await answer("HEAD", head());
    const shown = root().querySelector("img")!;
    expect([shown.src, shown.referrerPolicy, shown.alt]).toEqual([URL_A, "no-referrer", ""]);
    await doing(() => void fireEvent.error(shown));
    expect(root().querySelector("img")).toBeNull();
    expect(root().hasAttribute("previewurls")).toBe(false);
  });

  test("says what could not be found out about it", async () => {
    const { addUrl } = mountWith("block");
    await addUrl();
    await answer("HEAD", new Response(null, { status: 405 }));
    expect(detail()).toBe("Sent as a link · Size unknown: the server does not answer HEAD requests (HTTP 405).");
  });

  test("stands in its place among files, and moves", async () => {
    const { addUrl, heard } = mountWith("block");
    await addUrl();
    await drop(root(), b);
    await answer("HEAD", head());
    await started(1);
    await release();
    await doing(() => void fireEvent.click(button("Move b.jpg earlier")));
    await oneTask();
    expect(itemNames()).toEqual(["b.jpg", NAME_A]);
    expect(heard.ready.at(-1)!.items.map(({ image }) => image?.name)).toEqual(["b.jpg", undefined]);
    expect(heard.ready.at(-1)!.blocks).toMatchObject([{ source: { type: "base64" } }, { source: { type: "url" } }]);
  });

  test("is rejected in words where the endpoint takes none", async () => {
    const { addUrl } = mountWith("block", { endpoint: vertexClaude });
    await addUrl();
    expect(items()[0]!.textContent).toContain("Claude on Vertex AI doesn't accept image links.");
    expect(asked).toEqual([]);
  });

  test("another endpoint checks it again", async () => {
    const { addUrl, update } = mountWith("auto");
    await addUrl();
    await answer("HEAD", head());
    update({ endpoint: vertexClaude });
    await answer("HEAD", head(), 1);
    await answer("GET", picture());
    await started(1);
    expect([itemNames(), asks("GET").length]).toEqual([["a.jpg"], 1]);
  });
});

describe("addUrl: a picture dragged from another page", () => {
  const dragged = transfer([], {
    types: ["text/uri-list", "text/html"],
    data: { "text/uri-list": URL_A, "text/html": `<img src="${URL_A}">` },
  });
  const drag = (name: "drop" | "dragEnter" | "dragLeave", data = dragged) =>
    doing(() => void fireEvent[name](root(), { dataTransfer: data }));

  test("is fetched by its address, in the order of the drops of the same tick (T1)", async () => {
    mountWith();
    await doing(() => {
      fireEvent.drop(root(), { dataTransfer: dragged });
      fireEvent.drop(root(), { dataTransfer: transfer([b]) });
    });
    await arrive();
    await started(2);
    expect(itemNames()).toEqual(["a.jpg", "b.jpg"]);
  });

  test("is sent by its address if the app says so", async () => {
    const { heard } = mountWith("block");
    await drag("drop");
    await answer("HEAD", head());
    expect(asked.map(({ method }) => method)).toEqual(["HEAD"]);
    expect(heard.ready.at(-1)!.blocks).toEqual([{ type: "image", source: { type: "url", url: URL_A } }]);
  });

  test("shows that it may be dropped", async () => {
    mountWith();
    await drag("dragEnter");
    expect(root().dataset.dragActive).toBe("");
    await drag("dragLeave");
    expect(root().dataset.dragActive).toBeUndefined();
  });

  test("a picture inside the HTML is a file, and no server is contacted", async () => {
    mountWith();
    const src = `data:image/jpeg;base64,${Buffer.from(await b.arrayBuffer()).toString("base64")}`;
    await drag("drop", transfer([], { types: ["text/html"], data: { "text/html": `<img src="${src}">` } }));
    expect([itemNames(), asked]).toEqual([["image.jpg"], []]);
  });

  test("as a file is taken as that file, without its address", async () => {
    mountWith();
    await drag("drop", { ...dragged, ...transfer([b]), getData: dragged.getData });
    expect(itemNames()).toEqual(["b.jpg"]);
    expect(asked).toEqual([]);
  });

  test("a dragged link comes by its address, not as the shortcut file", async () => {
    mountWith();
    const shortcut = new File(["[InternetShortcut]"], "a.url");
    await drag("drop", { ...transfer([shortcut]), getData: dragged.getData });
    expect(itemNames()).toEqual([NAME_A]);
  });

  test.each([
    ["off", { urls: "off" }],
    ["disabled", { urls: "block", disabled: true }],
  ] as const)("%s: no request is made, nothing is shown", async (_, props) => {
    mountWith(props.urls, props);
    await drag("dragEnter");
    expect(root().dataset.dragActive).toBeUndefined();
    await drag("drop");
    expect([asked, items()]).toEqual([[], []]);
  });
});
