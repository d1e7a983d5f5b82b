import { describe, expect, test, vi } from "vitest";
import { checkImageUrl } from "../../../src/url/check-image-url.js";
import { fetchImage } from "../../../src/url/fetch-image.js";
import { anthropicMessages } from "../../../src/endpoints/anthropic/anthropic.js";

const REFUSED: readonly (readonly [url: string, code: string, words: string])[] = [
  ["", "url-invalid", "https://example.com/photo.jpg"],
  ["photo.jpg", "url-invalid", "complete web address"],
  ["//example.com/photo.jpg", "url-invalid", "complete web address"],
  ["https://", "url-invalid", "complete web address"],
  ["https://exa mple.com/", "url-invalid", "complete web address"],
  ["https://999.999.999.999/", "url-invalid", "complete web address"],
  ["http://example.com/photo.jpg", "url-scheme", "aren't encrypted"],
  ["data:image/png;base64,iVBORw0KGgo=", "url-scheme", "the picture itself"],
  ["blob:https://example.com/6e0e6f5a", "url-scheme", "only in this page"],
  ["file:///home/photo.jpg", "url-scheme", "on your computer"],
  ["javascript:alert(1)", "url-scheme", "a program"],
  [" JavaScript:alert(1)", "url-scheme", "a program"],
  ["ftp://example.com/photo.jpg", "url-scheme", "ftp:"],
  ["gs://bucket/photo.jpg", "url-scheme", "gs:"],
  ["constructor:photo.jpg", "url-scheme", "constructor:"],
  ["https://user@example.com/photo.jpg", "url-credentials", "user name"],
  ["https://user:secret@example.com/photo.jpg", "url-credentials", "user name"],
  ["https://localhost/photo.jpg", "url-private-host", "this computer"],
  ["http://localhost:3000/photo.jpg", "url-private-host", "this computer"],
  ["https://192.168.0.10/photo.jpg", "url-private-host", "its own network"],
  ["https://0x7f.1/photo.jpg", "url-private-host", "this computer"],
  ["https://[::ffff:169.254.169.254]/latest/meta-data", "url-private-host", "its own network"],
  ["https://printer.local/photo.jpg", "url-private-host", "its own network"],
  ["https://192.0.2.1/photo.jpg", "url-private-host", "reserved"],
];

describe("url rules: addresses rejected before any request", () => {
  test.each(REFUSED)("%s: %s", async (url, code, words) => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    expect(await checkImageUrl(url, { fetch })).toMatchObject({
      status: "refused",
      url,
      code,
      message: expect.stringContaining(words),
    });
    await expect(fetchImage(url, { fetch })).rejects.toMatchObject({ name: "ImageError", code });
    expect(fetch).not.toHaveBeenCalled();
  });

  test("a password is not repeated in the message", async () => {
    const check = await checkImageUrl("https://user:secret@example.com/photo.jpg");
    expect(check).toHaveProperty("message", expect.not.stringContaining("secret"));
  });

  test("all are rejected for an endpoint that takes no addresses", async () => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const { urlBlock: _, ...endpoint } = anthropicMessages;
    const check = await checkImageUrl("https://example.com/photo.jpg", { endpoint, fetch });
    expect(check).toMatchObject({
      status: "refused",
      code: "url-unsupported",
      message: expect.stringContaining("Anthropic Messages"),
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  test("private hosts and plain http on them are taken when the app says so, plain http on the internet is not", async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(
      async () => new Response(null, { headers: { "content-type": "image/png", "content-length": "7" } }),
    );
    const allowPrivateHosts = true;
    expect(await checkImageUrl("http://nas.local/a.png", { allowPrivateHosts, fetch })).toMatchObject({
      status: "ok",
      bytes: 7,
    });
    expect(await checkImageUrl("https://10.0.0.1/a.png", { allowPrivateHosts, fetch })).toMatchObject({ status: "ok" });
    expect(await checkImageUrl("http://example.com/a.png", { allowPrivateHosts, fetch })).toMatchObject({
      code: "url-scheme",
    });
    expect(await checkImageUrl("https://me:pw@nas.local/a.png", { allowPrivateHosts, fetch })).toMatchObject({
      code: "url-credentials",
    });
  });

  test.each([0, -1, Number.NaN])("a time limit of %s is the caller's mistake", async (timeoutMs) => {
    await expect(checkImageUrl("https://example.com/", { timeoutMs })).rejects.toThrow(TypeError);
    await expect(fetchImage("https://example.com/", { timeoutMs })).rejects.toThrow(TypeError);
  });
});
