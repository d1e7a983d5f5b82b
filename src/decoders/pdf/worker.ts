import { serveDecoder } from "../serve-decoder.js";
import { pdfWork } from "./work.js";

serveDecoder("PDF", pdfWork);
