import type { DecoderWork } from "../protocol.js";
import { decodeHeic } from "./decode-heic.js";

export const heicWork: DecoderWork = { decode: decodeHeic };
