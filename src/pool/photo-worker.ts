/** The worker for a first photo. It leaves other files to the full worker (`worker.ts`) after reading their first bytes. */
import { PHOTOS_ONLY } from "../pipeline/photos-only.js";
import { encodePhoto } from "../pixels/encode-photo.js";
import { serveJobs } from "./serve-jobs.js";

serveJobs(encodePhoto, PHOTOS_ONLY);
