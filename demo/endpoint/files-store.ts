import type { Refusal } from "./envelopes.js";
import { filesLimits } from "./files-rules.js";
import type { ProviderName } from "./http-types.js";

/** A file somebody uploaded, as long as it is held. */
export interface UploadedFile {
  id: string;
  provider: ProviderName;
  name: string;
  /** As the upload named it; what the bytes are is for the rules about images to find out. */
  mediaType: string;
  blob: Blob;
  /** OpenAI only. */
  purpose: string | undefined;
  createdAt: Date;
  expiresAt: Date | undefined;
}

/** The files of both providers, for as long as the server runs and memory lasts. */
export interface FileStore {
  /** Makes room by letting the oldest go. */
  add: (file: UploadedFile) => void;
  /** A provider finds its own files only, and none whose time is over. */
  find: (provider: ProviderName, id: string) => UploadedFile | undefined;
  remove: (file: UploadedFile) => void;
}

export function createFileStore(heldBytes: number = filesLimits.heldBytes): FileStore {
  const files = new Map<string, UploadedFile>();
  let bytes = 0;

  function remove(file: UploadedFile): void {
    if (files.delete(file.id)) bytes -= file.blob.size;
  }
  function add(file: UploadedFile): void {
    files.set(file.id, file);
    bytes += file.blob.size;
    for (const oldest of files.values()) {
      if (bytes <= heldBytes) break;
      remove(oldest);
    }
  }
  function find(provider: ProviderName, id: string): UploadedFile | undefined {
    const file = files.get(id);
    if (file?.provider !== provider) return undefined;
    if (file.expiresAt === undefined || file.expiresAt.getTime() > Date.now()) return file;
    remove(file);
    return undefined;
  }
  return { add, find, remove };
}

/** No such file, as the Files routes say it. */
export function noSuchFile(provider: ProviderName, id: string): Refusal {
  return provider === "anthropic"
    ? { status: 404, type: "not_found_error", message: `File not found: ${id}` }
    : { status: 404, type: "invalid_request_error", param: "id", message: `No such File object: ${id}` };
}

/**
 * The file an image block names: `source: {type: "file", file_id}` at Anthropic, `file_id` at OpenAI. `path` is where the block
 * stands, as that provider's messages write it. OpenAI's code is one of the SDK's `ResponseError` codes; the words are ours.
 */
export function namedFile(
  store: FileStore,
  { provider, id, path }: { provider: ProviderName; id: string; path: string },
): UploadedFile | Refusal {
  const file = store.find(provider, id);
  if (file) return file;
  if (provider === "anthropic") return noSuchFile(provider, id);
  const message = `Invalid '${path}.file_id': no file with the id '${id}' was found.`;
  return { status: 400, type: "invalid_request_error", code: "image_file_not_found", param: `${path}.file_id`, message };
}
