import { serveDecoder } from "../serve-decoder.js";
import { heicWork } from "./work.js";

serveDecoder("HEIC", heicWork);
