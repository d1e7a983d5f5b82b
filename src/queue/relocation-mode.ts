/** Storing images with the provider instead of sending them in every request. Types only. */
import type { PreparedImage } from "../shared/types.js";

/**
 * Supplied by the app: stores an image with the provider once and returns the id to send in its place. `onProgress` takes a
 * fraction from 0 to 1. Called again, at most twice, when it rejects.
 */
export type UploadFile = (
  image: PreparedImage,
  context: { signal: AbortSignal; onProgress: (fraction: number) => void },
) => Promise<{ fileId: string }>;

/** `inline`: base64 in the request; `files`: every image by its file id; `auto`: inline until the request would not fit. */
export type RelocationMode = "inline" | "files" | "auto";
