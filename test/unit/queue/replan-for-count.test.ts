import { describe, expect, it, vi } from "vitest";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import { anthropicMessages } from "../../../src/endpoints.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";

/** The real rule with a small count: above 2 images, 200 px a side. */
const endpoint = {
  ...anthropicMessages,
  caps: { ...anthropicMessages.caps, manyImages: { above: 2, maxEdgePx: 200 } },
};
const box = { width: 400, height: 400 };
const photo = () => imageFile({ width: 800, height: 600 });

describe("the many-image rule (T11)", () => {
  it("sends prepared images through again when one more makes them too large", async () => {
    const queue = createQueue(sharpPool(), { endpoint, box });
    queue.add([await photo(), await photo()]);
    expect((await queue.whenReady()).images.map(({ width }) => width)).toEqual([400, 400]);
    queue.add([await photo()]);
    expect((await queue.whenReady()).images.map(({ width }) => width)).toEqual([200, 200, 200]);
  });

  it("counts the images of earlier messages, and not rejected files", async () => {
    const earlier = createQueue(sharpPool(), { endpoint, box, earlierImageCount: 2 });
    earlier.add([await photo()]);
    expect((await earlier.whenReady()).images[0]!.width).toBe(200);
    const refused = createQueue(sharpPool(), { endpoint, box });
    refused.add([await photo(), await photo()]);
    await refused.whenReady();
    refused.add([new File(["text"], "a.png")]);
    await vi.waitFor(() => expect(refused.getSnapshot().items[2]!.status).toBe("rejected"));
    const { images } = await refused.whenReady();
    expect(Math.max(...images.map(({ width }) => width))).toBeLessThanOrEqual(400);
  });

  it("rejects what would be one image too many for the endpoint, earlier messages included", async () => {
    const few = { ...endpoint, caps: { ...endpoint.caps, maxImages: 3 } };
    const queue = createQueue(sharpPool(), { endpoint: few, box, earlierImageCount: 2 });
    queue.add([await photo(), await photo()]);
    await queue.whenReady();
    expect(queue.getSnapshot().items.map(({ status }) => status)).toEqual(["ready", "rejected"]);
  });
});
