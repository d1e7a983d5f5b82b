import { readForm } from "./files-form.js";
import type { UploadForm } from "./files-form.js";
import { filesLimits, filesRules } from "./files-rules.js";
import type { FormProvider } from "./files-rules.js";
import { describeDeleted, describeFile } from "./files-shapes.js";
import type { FileStore, UploadedFile } from "./files-store.js";
import type { Arriving } from "./http-types.js";
import { badRequest, localId } from "./refusal.js";
import type { Refusal } from "./refusal.js";
import type { RouteAnswer } from "./stand-in.js";
import { readTrials } from "./trials.js";
import { unreadReply } from "./unread.js";

const FILES_PATH = /^\/v1\/files(?:\/(?<id>[\w-]+)(?<content>\/content)?)?$/;

export interface FilesOptions {
  store: FileStore;
  /** Longest pause within a body, in milliseconds. */
  idleMs: number;
  /** Largest file this server has room for, in bytes. @default 268_435_456 (268.4 MB) */
  heldBytes?: number;
}

type Answer = Promise<RouteAnswer | undefined>;
type FilesRoutes = (request: Arriving, provider: FormProvider, path: string) => Answer;

const isFormProvider = (provider: string): provider is FormProvider => Object.hasOwn(filesRules, provider);

/** Does this path belong to the Files routes of that provider? */
export function filesProvider(provider: string, path: string): FormProvider | undefined {
  return isFormProvider(provider) && FILES_PATH.test(path) ? provider : undefined;
}

/** The provider's cap for one file, for this purpose, or a lower one that the request's header asks for. */
export function fileCap(provider: FormProvider, { headers }: Pick<Arriving, "headers">, purpose = ""): number {
  const { maxFileBytes, purposes } = filesRules[provider];
  return Math.min(maxFileBytes, purposes?.[purpose] ?? Infinity, readTrials(headers).lower.maxRequestBytes ?? Infinity);
}

/** The provider would take the file, so this must not look like one of the provider's limits. */
function noRoom(heldBytes: number, capBytes: number): Refusal {
  return badRequest(
    `The local endpoint of this demo has room for ${heldBytes} bytes of files; the real API takes ${capBytes} a file.`,
  );
}

function toUpload(provider: FormProvider, { file, purpose, lifeSeconds }: UploadForm): UploadedFile {
  const createdAt = new Date();
  return {
    id: localId("file"),
    provider,
    name: file.name,
    mediaType: file.type || "application/octet-stream",
    blob: file,
    purpose,
    createdAt,
    expiresAt: lifeSeconds === undefined ? undefined : new Date(createdAt.getTime() + lifeSeconds * 1000),
  };
}

const NOT_ALLOWED: Refusal = { status: 405, type: "invalid_request_error", message: "Method Not Allowed" };

/** No such file, as the Files routes word it. */
function noSuchFile(provider: FormProvider, id: string): Refusal {
  return provider === "anthropic"
    ? { status: 404, type: "not_found_error", message: `File not found: ${id}` }
    : { status: 404, type: "invalid_request_error", param: "id", message: `No such File object: ${id}` };
}

/** `POST /v1/files`, `GET` and `DELETE /v1/files/{id}` of both providers. `undefined`: the client has disconnected. */
export function createFilesRoutes({ store, idleMs, heldBytes = filesLimits.heldBytes }: FilesOptions): FilesRoutes {
  async function upload(request: Arriving, provider: FormProvider): Answer {
    const contentType = String(request.headers["content-type"] ?? "");
    if (!/^multipart\/form-data\b/i.test(contentType)) {
      return { status: 415, type: "invalid_request_error", message: "Content-Type must be multipart/form-data." };
    }
    const capBytes = fileCap(provider, request);
    const statedBytes = Number(request.headers["content-length"] ?? 0);
    const framed = (bytes: number) => bytes + filesLimits.framingBytes;
    if (statedBytes > framed(heldBytes) && statedBytes <= framed(capBytes)) return noRoom(heldBytes, capBytes);
    const body = await request.read(framed(capBytes));
    if (body.status === "too-large") return { kind: "file-bytes", bytes: body.bytes, limit: capBytes };
    if (body.status !== "read") return unreadReply(body.status, idleMs);
    try {
      const form = await readForm(provider, body.bytes, contentType);
      if ("status" in form) return form;
      const { size } = form.file;
      const limit = fileCap(provider, request, form.purpose);
      if (size > limit) return { kind: "file-bytes", bytes: size, limit };
      if (size > heldBytes) return noRoom(heldBytes, capBytes);
      const file = toUpload(provider, form);
      store.add(file);
      return { status: 200, body: describeFile(file) };
    } finally {
      body.release();
    }
  }

  async function one(
    method: string,
    provider: FormProvider,
    { id, content }: Readonly<Record<string, string>>,
  ): Answer {
    if (method !== "GET" && method !== "DELETE") return NOT_ALLOWED;
    const file = store.find(provider, id ?? "");
    if (!file) return noSuchFile(provider, id ?? "");
    // Only files written by a batch can be downloaded.
    if (content) return file.purpose === "batch_output" ? { status: 200, body: await file.blob.text() } : NOT_ALLOWED;
    if (method === "GET") return { status: 200, body: describeFile(file) };
    store.remove(file);
    return { status: 200, body: describeDeleted(file) };
  }

  return async (request, provider, path) => {
    const { method } = request;
    const groups = FILES_PATH.exec(path)?.groups ?? {};
    if (groups["id"] !== undefined) return one(method, provider, groups);
    return method === "POST" ? upload(request, provider) : NOT_ALLOWED;
  };
}
