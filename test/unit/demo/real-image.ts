/** A real picture as the pipeline would hand it over. */
import type { PreparedImage } from "vision-dropzone/core";
import { preparedImage } from "../../fixtures/prepared-image.js";
import { picture } from "./endpoint-client.js";

/** A JPEG of 1280x960 and of exactly that many bytes: what follows its end is not read. */
export async function realImage(bytes = 90_000): Promise<PreparedImage> {
  const jpeg = Buffer.from(await picture(1280, 960), "base64");
  const content = Buffer.concat([jpeg, Buffer.alloc(bytes - jpeg.length)]);
  return preparedImage({
    bytes,
    blob: new Blob([content], { type: "image/jpeg" }),
    base64: content.toString("base64"),
  });
}
