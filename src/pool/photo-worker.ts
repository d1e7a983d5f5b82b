/** The worker that a first photo loads. What it cannot do it leaves to the other (`worker.ts`), after a look at the file's first bytes. */
import { PHOTOS_ONLY } from "../pipeline/photos-only.js";
import { encodePhoto } from "../pixels/encode-photo.js";
import { serveJobs } from "./serve-jobs.js";

serveJobs(encodePhoto, PHOTOS_ONLY);
