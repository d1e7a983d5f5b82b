import type { Format } from "../format.js";
import { isIco, readIco } from "./header.js";

/** Icons and cursors. Nobody sends one to a model, and WebKitGTK's process dies of some, so none is given to a decoder of the browser. */
export const ico: Format = {
  mediaTypes: ["image/vnd.microsoft.icon"],
  sniff: (head) => (isIco(head) ? "image/vnd.microsoft.icon" : undefined),
  header: readIco,
  unsupported: "ICO icons aren't supported. Save the picture as PNG.",
};
