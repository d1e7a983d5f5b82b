import { inspectImage } from "vision-dropzone/core";
import { gemini } from "vision-dropzone/endpoints";
import type { RouteRequest } from "../http-types.js";
import { badRequest, localId } from "../refusal.js";
import type { Memory, Route, RouteAnswer } from "../stand-in.js";

/** Named as the real API does, so that blocks have their real length. */
const FILES_URL = "https://generativelanguage.googleapis.com/v1beta/files/";

/** The Files API deletes files after 48 hours (https://ai.google.dev/gemini-api/docs/files). */
const LIFE_MS = 48 * 3_600_000;

/** First call of a resumable upload: returns the address for the bytes. */
function start({ origin }: RouteRequest): RouteAnswer {
  const url = `${origin}/gemini/upload/v1beta/files/${localId("file")}`;
  return { status: 200, body: {}, headers: { "x-goog-upload-url": url, "x-goog-upload-status": "active" } };
}

/** Second call: the bytes, here in one piece. */
async function finish({ body, groups: { id = "" } }: RouteRequest, { store }: Memory): Promise<RouteAnswer> {
  if (!(body instanceof Uint8Array) || body.length === 0) return badRequest("The upload holds no bytes.");
  const blob = new Blob([Uint8Array.from(body)]);
  const mediaType = (await inspectImage(blob))?.mediaType ?? "application/octet-stream";
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + LIFE_MS);
  store.add({ id, provider: "gemini", name: id, mediaType, blob, purpose: undefined, createdAt, expiresAt });
  const file = {
    name: `files/${id}`,
    uri: FILES_URL + id,
    mimeType: mediaType,
    sizeBytes: String(blob.size),
    createTime: createdAt.toISOString(),
    expirationTime: expiresAt.toISOString(),
    state: "ACTIVE",
  };
  return { status: 200, body: { file }, headers: { "x-goog-upload-status": "final" } };
}

export const geminiFilesRoutes: readonly Route[] = [
  { method: "POST", path: /^\/upload\/v1(?:beta)?\/files$/, answer: start },
  {
    method: "POST",
    path: /^\/upload\/v1(?:beta)?\/files\/(?<id>[\w-]+)\/?$/,
    maxFileBytes: gemini.maxFileBytes,
    answer: finish,
  },
];
