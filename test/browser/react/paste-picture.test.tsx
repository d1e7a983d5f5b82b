/** A picture on the clipboard that is no file: Google Docs, Sheets and Slides copy its address in a piece of HTML. */
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, inject, test } from "vitest";
import "../../../src/react/styles.css";
import { doing, itemNames, items, mount, pasteData, photo, root, statuses, texts } from "./page.js";

const site = inject("otherSite") ?? "";
const status = () => screen.getByRole("status");

/** As Google Docs writes it. */
const docs = (src: string) =>
  `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><span style="font-size:11pt"><span style="border:none;display:inline-block;overflow:hidden;width:9px"><img src="${src}" width="9" height="9" style="margin-left:0px"></span></span></b><br class="Apple-interchange-newline">`;
/** As Google Sheets does. */
const sheets = (src: string) =>
  `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0"><colgroup><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="overflow:hidden"><div><img src="${src}" style="width:inherit"/></div></td></tr></tbody></table>`;

const pasteHtml = (html: string, text = "", target: Element = root()) =>
  pasteData(target, texts({ "text/html": html, ...(text !== "" && { "text/plain": text }) }));

describe.skipIf(site === "")("pasted picture: with addresses taken", () => {
  test.each([
    ["Docs", docs],
    ["Sheets", sheets],
  ])("a picture of %s is treated like a dragged one", async (_name, written) => {
    const { handle } = mount({ urls: "fetch", allowPrivateHosts: true });
    await doing(() => expect(pasteHtml(written(`${site}/open/photo.png`))).toBe(true));
    const { images } = await handle.current!.whenReady();
    expect(images.map(({ name }) => name)).toEqual(["photo.jpg"]);
    expect(root().querySelector("[data-vd-status]")!.hasAttribute("data-shown")).toBe(false);
  });

  test("pasted anywhere in the page", async () => {
    mount({ urls: "fetch", allowPrivateHosts: true, pasteFrom: "document" });
    await doing(() => expect(pasteHtml(docs(`${site}/open/photo.png`), "", document.body)).toBe(true));
    await waitFor(() => expect(statuses()).toEqual(["ready"]));
  });
});

describe("pasted picture: one that cannot be added", () => {
  test("the status line announces and shows why, until the next announcement", async () => {
    mount();
    expect(getComputedStyle(status()).position).toBe("absolute");
    await doing(() => expect(pasteHtml(docs("https://docs.example.com/picture"))).toBe(false));
    await waitFor(() =>
      expect(status().textContent).toBe("Only a link to the picture was copied. Save the picture and add the file."),
    );
    expect(getComputedStyle(status()).position).toBe("static");
    expect(items()).toEqual([]);
    const spoken = status().firstElementChild;
    await doing(() => void pasteHtml(docs("https://docs.example.com/picture")));
    await waitFor(() => expect(status().firstElementChild).not.toBe(spoken));
    const file = await photo("a.jpg", 40, 30);
    const files = new DataTransfer();
    files.items.add(file);
    await doing(() => expect(pasteData(root(), files)).toBe(true));
    await waitFor(() => expect(status().textContent).toContain("a.jpg"));
    expect(getComputedStyle(status()).position).toBe("absolute");
  });

  test.each([
    [
      "several pictures",
      docs("https://docs.example.com/1") + docs("https://docs.example.com/2"),
      "one picture at a time",
    ],
    ["a picture in a file of another program", '<img src="file:///C:/Temp/image001.png">', "cannot be read"],
    ["a picture in another message", '<img src="cid:image001.png@01">', "cannot be read"],
    ["a picture written out wrongly", '<img src="data:image/png;base64,%%%">', "cannot be read"],
  ])("%s", async (_name, html, said) => {
    mount({ urls: "fetch" });
    await doing(() => expect(pasteHtml(html)).toBe(false));
    await waitFor(() => expect(status().textContent).toContain(said));
  });

  test("an editor that takes pictures gets no announcement", async () => {
    mount({ children: () => <div contentEditable suppressContentEditableWarning id="editor" /> });
    await doing(() =>
      expect(pasteHtml(docs("https://docs.example.com/picture"), "", document.querySelector("#editor")!)).toBe(false),
    );
    expect(status().textContent).toBe("");
  });
});

test("pasted picture: one written out in the HTML is a file, with addresses taken or not", async () => {
  mount();
  const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 30 });
  canvas.getContext("2d")!.fillRect(0, 0, 20, 30);
  await doing(() => expect(pasteHtml(docs(canvas.toDataURL("image/png")))).toBe(true));
  await waitFor(() => expect(statuses()).toEqual(["ready"]));
  expect(itemNames()).toEqual(["image.png"]);
});

test.each([
  ["text with a picture", `<p>Look: <img src="https://docs.example.com/picture"></p>`, "Look:"],
  [
    "an emoji, which is a picture described by its text",
    `<img alt="😀" src="https://docs.example.com/emoji.png">`,
    "😀",
  ],
  ["a table with a picture", sheets("https://docs.example.com/picture").replace("</tr>", "<td>12</td></tr>"), "\t12"],
  ["words without a picture", "<b>words</b>", "words"],
])("pasted picture: %s stays text", async (_name, html, text) => {
  mount({ urls: "fetch" });
  await doing(() => expect(pasteHtml(html, text)).toBe(false));
  expect([items(), status().textContent]).toEqual([[], ""]);
});
