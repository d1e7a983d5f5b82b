import { serveDecoder } from "../serve-decoder.js";
import { tiffWork } from "./work.js";

serveDecoder("TIFF", tiffWork);
