/** Pasted screenshots all have one name; names may contain characters that reverse text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileName, freeLabel, showable } from "../../../src/shared/file-name.js";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import { anthropicMessages } from "../../../src/endpoints.js";
import { heldPool } from "../../fixtures/held-pool.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";

const open = () =>
  createQueue(heldPool(), { endpoint: anthropicMessages, urls: "fetch", fetch: () => new Promise(() => {}) });
const named = (...names: string[]) => names.map((name) => new File(["x"], name));
const labels = (queue: ReturnType<typeof open>) => queue.getSnapshot().items.map(({ label }) => label);

describe("labels: of images", () => {
  it("tell three screenshots of one name apart, and stay as they are when others go", () => {
    const queue = open();
    const [first] = queue.add(named("image.png", "image.png", "image.png"));
    expect(labels(queue)).toEqual(["image.png", "image.png (2)", "image.png (3)"]);
    queue.remove(first!);
    expect(labels(queue)).toEqual(["image.png (2)", "image.png (3)"]);
    queue.add(named("image.png", "image.png"));
    expect(labels(queue)).toEqual(["image.png (2)", "image.png (3)", "image.png", "image.png (4)"]);
    queue.move(queue.getSnapshot().items[3]!.id, 0);
    expect(labels(queue)[0]).toBe("image.png (4)");
    expect(queue.getSnapshot().items.map(({ name }) => name)).toEqual(Array(4).fill("image.png"));
    queue.clear();
  });

  it("of addresses, too, and of the files that come from them", async () => {
    const photo = await imageFile({ width: 40, height: 30 });
    const fetch = async () => new Response(await photo.arrayBuffer(), { headers: { "content-type": "image/jpeg" } });
    const queue = createQueue(sharpPool(), { endpoint: anthropicMessages, urls: "fetch", fetch });
    queue.addUrl("https://a.example.com/photo.jpg?1");
    queue.addUrl("https://a.example.com/photo.jpg?2");
    expect(labels(queue)).toEqual(["a.example.com/photo.jpg", "a.example.com/photo.jpg (2)"]);
    await queue.whenReady();
    expect(labels(queue).toSorted()).toEqual(["photo.jpg", "photo.jpg (2)"]);
  });

  it("are never the same, whatever the names", () => {
    const name = fc.constantFrom("image.png", "image.png (2)", "image.png (3)", "a", "", "\u202eimage.png");
    fc.assert(
      fc.property(
        fc.array(fc.array(name, { maxLength: 4 }), { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (batches, picks) => {
          const queue = open();
          for (const batch of batches) {
            const before = new Map(queue.getSnapshot().items.map(({ id, label }) => [id, label]));
            queue.add(named(...batch));
            const { items } = queue.getSnapshot();
            expect(new Set(items.map(({ label }) => label)).size).toBe(items.length);
            for (const { id, label } of items) expect(label).toBe(before.get(id) ?? label);
            const gone = items[picks.next().value! % Math.max(1, items.length)];
            if (gone) queue.remove(gone.id);
          }
          queue.clear();
        },
      ),
    );
  });

  it("freeLabel leaves a free name as it is", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (name, taken) => {
        const label = freeLabel(name, new Set(taken));
        expect(taken).not.toContain(label);
        if (!taken.includes(name)) expect(label).toBe(name);
      }),
    );
  });
});

/** Spelled by number, not as the code under test has it. */
const FORBIDDEN = [
  [0, 0x1f],
  [0x7f, 0x9f],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
  [0x061c, 0x061c],
  [0xfeff, 0xfeff],
] as const;
const isForbidden = (char: string) =>
  FORBIDDEN.some(([from, to]) => char.charCodeAt(0) >= from && char.charCodeAt(0) <= to);

describe("labels: characters that reverse text or end a header", () => {
  it("is in no name, and nothing else is taken out", () => {
    const odd = fc.constantFrom(...FORBIDDEN.flat().map((code) => String.fromCharCode(code)));
    fc.assert(
      fc.property(fc.array(fc.oneof(odd, fc.string({ unit: "grapheme" }))), (parts) => {
        const text = parts.join("");
        expect(showable(text)).toBe(
          text
            .split("")
            .filter((char) => !isForbidden(char))
            .join(""),
        );
      }),
    );
    expect(fileName(new File([], "photo\u202egpj.exe"))).toBe("photogpj.exe");
    expect(fileName(new File([], "\u202e\n"))).toBe("image");
    expect(showable("family \u{1f468}\u200d\u{1f469}\u200d\u{1f467}.png")).toBe(
      "family \u{1f468}\u200d\u{1f469}\u200d\u{1f467}.png",
    );
  });

  it("is in none that uploadFile is given, nor in an item's", async () => {
    const given: string[] = [];
    const photo = await imageFile({ width: 40, height: 30 });
    const file = new File([photo], 'in\u2066voice\u202e"\r\nContent-Type: text\u0085.jpg');
    const queue = createQueue(sharpPool(), {
      endpoint: anthropicMessages,
      relocation: "files",
      uploadFile: async ({ name, source }) => (given.push(name, source.name), { fileId: "file" }),
    });
    queue.add([file]);
    await queue.whenReady();
    const [item] = queue.getSnapshot().items;
    for (const name of [...given, item!.name, item!.label]) expect(name).toBe('invoice"Content-Type: text.jpg');
    expect(given).toHaveLength(2);
  });
});
