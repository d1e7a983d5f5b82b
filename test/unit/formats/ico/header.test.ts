import { icoBytes } from "../../../fixtures/bytes/ico.js";
import { checkHeaders } from "../check-headers.js";

const size = { mediaType: "image/vnd.microsoft.icon", orientation: 1, frames: "one", alpha: undefined } as const;
checkHeaders([
  ["the largest of several", icoBytes({ sides: [16, 48, 32] }), { ...size, width: 48, height: 48 }],
  ["0 stands for 256", icoBytes({ sides: [256, 32] }), { ...size, width: 256, height: 256 }],
  ["a cursor", icoBytes({ sides: [24], kind: 2 }), { ...size, width: 24, height: 24 }],
]);
