/** The worker that prepares every file. */
import { EVERYTHING } from "../pipeline/everything.js";
import { encodeInWorker } from "../pixels/encode-in-worker.js";
import { drawContactSheet } from "../pixels/contact-sheet.js";
import { rewriteJpeg } from "../pixels/encoders/write-jpeg.js";
import { serveJobs } from "./serve-jobs.js";

serveJobs(encodeInWorker, EVERYTHING, { drawSheet: drawContactSheet, rewriteJpeg });
