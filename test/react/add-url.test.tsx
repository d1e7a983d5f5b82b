import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ImageError } from "../../src/core/errors.js";
import { heldEngine } from "../fixtures/held-engine.js";
import { button, drop, itemNames, items, mount, photo, release, root, started, statuses, transfer, turn } from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/engine/shared-engine.js", () => import("./stage.js"));

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
  stage.engine = heldEngine();
  asked = [];
  // Every question waits for the test, and ends with its signal as a real one does.
  vi.stubGlobal("fetch", (url: string, { method, signal }: { method: string; signal: AbortSignal }) =>
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
  await act(async () => asks(method)[at]!.answer(response));
}
async function arrive(at = 0) {
  await answer("HEAD", head(), at);
  await answer("GET", picture(), at);
}
function mountFetching(props: Parameters<typeof mount>[0] = {}) {
  const onUrlReject = vi.fn();
  const view = mount({ urls: "fetch", onUrlReject, ...props });
  let added!: Promise<string>;
  const addUrl = (url = URL_A) =>
    act(async () => {
      added = view.handle.current!.addUrl(url);
      added.catch(() => {});
    });
  return { ...view, onUrlReject, addUrl, added: () => added };
}
const spoken = () => screen.getByRole("status").textContent;

describe("addUrl", () => {
  test("asks first, fetches then, and the image is an item like any other", async () => {
    const { addUrl, added, heard } = mountFetching();
    await addUrl();
    expect(itemNames()).toEqual([NAME_A]);
    expect([items()[0]!.dataset.status, items()[0]!.dataset.byUrl, root().dataset.status]).toEqual(["working", "", "working"]);
    expect(spoken()).toBe(`Fetching ${NAME_A}.`);
    await arrive();
    expect(asked.map(({ method, url }) => [method, url])).toEqual([["HEAD", URL_A], ["GET", URL_A]]);
    const id = await added();
    await started(1);
    expect([items().length, items()[0]!.dataset.id, items()[0]!.dataset.byUrl]).toEqual([1, id, undefined]);
    await release();
    expect(heard.ready.at(-1)!.images.map(({ name }) => name)).toEqual(["a.jpg"]);
  });

  test("keeps its place before files that come later (T33), and whenReady waits for it (T15)", async () => {
    const { addUrl, handle } = mountFetching();
    await addUrl();
    await drop(root(), b);
    const ready = handle.current!.whenReady();
    await arrive();
    await started(2);
    await release();
    expect((await ready).images.map(({ name }) => name)).toEqual(["a.jpg", "b.jpg"]);
  });

  test("a refusal is shown, spoken and handed over, and holds nothing up", async () => {
    const { addUrl, added, onUrlReject, handle } = mountFetching();
    await addUrl();
    await drop(root(), b);
    await answer("HEAD", new Response(null, { status: 404 }));
    await expect(added()).rejects.toMatchObject({ name: "ImageError", code: "url-not-found", actual: 404 });
    await started(1);
    await release();
    expect(itemNames()).toEqual(["b.jpg", NAME_A]);
    expect(statuses()).toEqual(["ready", "rejected"]);
    expect(items()[1]!.textContent).toContain("HTTP 404");
    expect(onUrlReject.mock.calls).toEqual([[{ url: URL_A, error: expect.any(ImageError) }]]);
    expect(screen.queryByRole("button", { name: /again/ })).toBeNull();
    expect((await handle.current!.whenReady()).images).toHaveLength(1);
  });

  test.each([
    ["no address", "photo.jpg", "url-invalid"],
    ["http:", "http://example.com/a.jpg", "url-scheme"],
    ["data:", "data:image/png;base64,AAAA", "url-scheme"],
    ["a secret in it", "https://me:pass@example.com/a.jpg", "url-credentials"],
    ["a private host", "https://192.168.0.1/a.jpg", "url-private-host"],
  ])("%s is refused without asking anyone, and shows no secret", async (_, url, code) => {
    const { addUrl, added } = mountFetching();
    await addUrl(url);
    await expect(added()).rejects.toMatchObject({ code });
    expect(asked).toEqual([]);
    expect(spoken()).toContain("refused: ");
    expect(document.body.textContent).not.toContain("pass@");
  });

  test("private hosts can be allowed", async () => {
    const { addUrl } = mountFetching({ allowPrivateHosts: true });
    await addUrl("http://localhost/a.jpg");
    await arrive();
    await started(1);
    expect(itemNames()).toEqual(["a.jpg"]);
  });

  test("what could not be read can be tried again, and the focus stays in the row", async () => {
    const { addUrl, added } = mountFetching();
    await addUrl();
    await answer("HEAD", head());
    await answer("GET", new Response(null, { status: 503 }));
    await expect(added()).rejects.toMatchObject({ code: "url-unreadable" });
    await waitFor(() => expect(statuses()).toEqual(["rejected"]));
    button(`Try ${NAME_A} again`).focus();
    await act(async () => void fireEvent.click(button(`Try ${NAME_A} again`)));
    expect(statuses()).toEqual(["working"]);
    expect(document.activeElement!.getAttribute("aria-label")).toBe(`Remove ${NAME_A}`);
    await arrive(1);
    await started(1);
    expect(itemNames()).toEqual(["a.jpg"]);
  });

  test("removed on its way, the download ends and nobody is told of a refusal", async () => {
    const { addUrl, added, onUrlReject } = mountFetching();
    await addUrl();
    await answer("HEAD", head());
    await waitFor(() => expect(asks("GET")).toHaveLength(1));
    await act(async () => void fireEvent.click(button(`Remove ${NAME_A}`)));
    await expect(added()).rejects.toMatchObject({ name: "AbortError" });
    expect(asks("GET")[0]!.signal.aborted).toBe(true);
    expect([items(), root().dataset.status]).toEqual([[], "empty"]);
    expect(onUrlReject).not.toHaveBeenCalled();
  });

  test("clear calls it off", async () => {
    const { addUrl, added, handle } = mountFetching();
    await addUrl();
    await act(async () => handle.current!.clear());
    await expect(added()).rejects.toMatchObject({ name: "AbortError" });
    await turn();
    expect(items()).toEqual([]);
  });

  test("whenReady gives up with its signal while a server is slow", async () => {
    const { addUrl, handle } = mountFetching();
    await addUrl();
    const controller = new AbortController();
    const ready = handle.current!.whenReady({ signal: controller.signal });
    controller.abort();
    await expect(ready).rejects.toMatchObject({ name: "AbortError" });
  });

  test("off by default: says how to turn it on, and asks nobody", async () => {
    const { handle } = mount();
    await expect(handle.current!.addUrl(URL_A)).rejects.toThrow(/urls: "fetch"/);
    expect(asked).toEqual([]);
  });
});

describe("a picture dragged from another page", () => {
  const dragged = transfer([], { types: ["text/uri-list", "text/html"], data: { "text/uri-list": URL_A, "text/html": `<img src="${URL_A}">` } });
  const drag = (name: "drop" | "dragEnter" | "dragLeave", data = dragged) => act(async () => void fireEvent[name](root(), { dataTransfer: data }));

  test("is fetched by its address, in the order of the drops of the same tick (T1)", async () => {
    mountFetching();
    await act(async () => {
      fireEvent.drop(root(), { dataTransfer: dragged });
      fireEvent.drop(root(), { dataTransfer: transfer([b]) });
    });
    await arrive();
    await started(2);
    expect(itemNames()).toEqual(["a.jpg", "b.jpg"]);
  });

  test("shows that it may be dropped", async () => {
    mountFetching();
    await drag("dragEnter");
    expect(root().dataset.dragActive).toBe("");
    await drag("dragLeave");
    expect(root().dataset.dragActive).toBeUndefined();
  });

  test("as a file is taken as that file, without its address", async () => {
    mountFetching();
    await drag("drop", { ...dragged, ...transfer([b]), getData: dragged.getData });
    expect(itemNames()).toEqual(["b.jpg"]);
    expect(asked).toEqual([]);
  });

  test("a dragged link comes by its address, not as the shortcut file", async () => {
    mountFetching();
    const shortcut = new File(["[InternetShortcut]"], "a.url");
    await drag("drop", { ...transfer([shortcut]), getData: dragged.getData });
    expect(itemNames()).toEqual([NAME_A]);
  });

  test.each([
    ["off", { urls: "off" }],
    ["disabled", { disabled: true }],
  ] as const)("%s: nothing is asked, nothing shown", async (_, props) => {
    mountFetching(props);
    await drag("dragEnter");
    expect(root().dataset.dragActive).toBeUndefined();
    await drag("drop");
    expect([asked, items()]).toEqual([[], []]);
  });
});
