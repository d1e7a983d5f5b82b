/** The worker that prepares every file. */
import { EVERYTHING } from "../pipeline/everything.js";
import { encodeInWorker } from "../pixels/encode-in-worker.js";
import { serveJobs } from "./serve-jobs.js";

serveJobs(encodeInWorker, EVERYTHING);
