import type { Format } from "../format.js";
import { isIco, readIco } from "./header.js";

/**
 * Icons and cursors. They are rarely sent to a model, and some crash WebKitGTK's process, so browsers' decoders are never given
 * one.
 */
export const ico: Format = {
  mediaTypes: ["image/vnd.microsoft.icon"],
  sniff: (head) => (isIco(head) ? "image/vnd.microsoft.icon" : undefined),
  header: readIco,
  unsupported: "ICO icons aren't supported. Save the picture as PNG.",
};
