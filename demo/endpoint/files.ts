import type { IncomingMessage } from "node:http";
import { badRequest, requestId, tooLarge } from "./envelopes.js";
import type { Refusal } from "./envelopes.js";
import { readForm } from "./files-form.js";
import type { UploadForm } from "./files-form.js";
import { filesLimits, filesRules } from "./files-rules.js";
import { describeDeleted, describeFile } from "./files-shapes.js";
import { noSuchFile } from "./files-store.js";
import type { FileStore, UploadedFile } from "./files-store.js";
import type { ProviderName, Reply } from "./http-types.js";
import { readBody } from "./read-body.js";
import type { BodyBudget } from "./read-body.js";
import { CAP_HEADER } from "./request-cap.js";

const MIB = 2 ** 20;
const FILES_PATH = /^\/v1\/files(?:\/([\w-]+))?$/;

export interface FilesOptions {
  store: FileStore;
  budget: BodyBudget;
  /** Longest silence in the middle of a body, in milliseconds. */
  idleMs: number;
  /** Largest file this server has room for, in bytes. @default 268_435_456 (256 MiB) */
  heldBytes?: number;
}

type Answer = Promise<Reply | Refusal | undefined>;
export type FilesRoutes = (request: IncomingMessage, provider: ProviderName, path: string) => Answer;

/** Does this path belong to the Files routes? */
export function isFilesPath(path: string): boolean {
  return FILES_PATH.test(path);
}

/** The provider's cap for one file, or a lower one that the request's header asks for: see `CAP_HEADER`. */
function fileCap(provider: ProviderName, request: IncomingMessage): number {
  const documented = filesRules[provider].maxFileBytes.value;
  const lowered = Number(request.headers[CAP_HEADER] ?? Number.NaN);
  return lowered >= 0 && lowered < documented ? Math.floor(lowered) : documented;
}

function tooLargeFile(provider: ProviderName, capBytes: number): Refusal {
  return tooLarge(provider, capBytes, `${Number((capBytes / MIB).toFixed(2))} MB`);
}

/** The provider would take it, so this must not look like one of its walls. */
function noRoom(heldBytes: number, capBytes: number): Refusal {
  return badRequest(`The local endpoint of this demo has room for ${heldBytes} bytes of files; the real API takes ${capBytes} a file.`);
}

function toUpload(provider: ProviderName, { file, purpose, lifeSeconds }: UploadForm): UploadedFile {
  const createdAt = new Date();
  return {
    id: requestId("file"),
    provider,
    name: file.name,
    mediaType: file.type || "application/octet-stream",
    blob: file,
    purpose,
    createdAt,
    expiresAt: lifeSeconds === undefined ? undefined : new Date(createdAt.getTime() + lifeSeconds * 1000),
  };
}

/** `POST /v1/files`, `GET` and `DELETE /v1/files/{id}` of both providers. `undefined`: the client is gone. */
export function createFilesRoutes({ store, budget, idleMs, heldBytes = filesLimits.heldBytes }: FilesOptions): FilesRoutes {
  async function upload(request: IncomingMessage, provider: ProviderName): Answer {
    const contentType = request.headers["content-type"] ?? "";
    if (!/^multipart\/form-data\b/i.test(contentType)) {
      return { status: 415, type: "invalid_request_error", message: "Content-Type must be multipart/form-data." };
    }
    const capBytes = fileCap(provider, request);
    const statedBytes = Number(request.headers["content-length"] ?? 0);
    const framed = (bytes: number) => bytes + filesLimits.framingBytes;
    if (statedBytes > framed(heldBytes) && statedBytes <= framed(capBytes)) return noRoom(heldBytes, capBytes);
    const body = await readBody(request, { capBytes: framed(capBytes), idleMs, budget });
    switch (body.status) {
      case "too-large":
        return tooLargeFile(provider, capBytes);
      case "busy":
        return { status: 503, type: "overloaded_error", message: "The local endpoint is out of memory for bodies; try again." };
      case "timeout":
        return { status: 408, type: "timeout_error", message: `No byte of the body came in for ${idleMs} ms.` };
      case "aborted":
        return undefined;
      case "read": {
        try {
          const form = await readForm(provider, body.bytes, contentType);
          if ("status" in form) return form;
          if (form.file.size > capBytes) return tooLargeFile(provider, capBytes);
          if (form.file.size > heldBytes) return noRoom(heldBytes, capBytes);
          const file = toUpload(provider, form);
          store.add(file);
          return { status: 200, body: describeFile(file) };
        } finally {
          body.release();
        }
      }
    }
  }

  function one(method: string, provider: ProviderName, id: string): Reply | Refusal {
    if (method !== "GET" && method !== "DELETE") return { status: 405, type: "invalid_request_error", message: "Method Not Allowed" };
    const file = store.find(provider, id);
    if (!file) return noSuchFile(provider, id);
    if (method === "GET") return { status: 200, body: describeFile(file) };
    store.remove(file);
    return { status: 200, body: describeDeleted(file) };
  }

  return async (request, provider, path) => {
    const { method = "GET" } = request;
    const id = FILES_PATH.exec(path)?.[1];
    if (id !== undefined) return one(method, provider, id);
    if (method === "POST") return upload(request, provider);
    return { status: 405, type: "invalid_request_error", message: "Method Not Allowed" };
  };
}
