import { filesLimits } from "./files-rules.js";
import type { ProviderName } from "./provider-names.js";

/** An uploaded file, while it is held. */
export interface UploadedFile {
  id: string;
  provider: ProviderName;
  name: string;
  /** As the upload named it; the rules about images check the bytes. */
  mediaType: string;
  blob: Blob;
  /** OpenAI only: "vision", "batch". */
  purpose: string | undefined;
  createdAt: Date;
  expiresAt: Date | undefined;
}

/** The files of all providers, for as long as the server runs and memory lasts. */
export interface FileStore {
  /** Makes room by deleting the oldest. */
  add: (file: UploadedFile) => void;
  /** A provider finds only its own files, and none that have expired. */
  find: (provider: string, id: string) => UploadedFile | undefined;
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
  function find(provider: string, id: string): UploadedFile | undefined {
    const file = files.get(id);
    if (file?.provider !== provider) return undefined;
    if (file.expiresAt === undefined || file.expiresAt.getTime() > Date.now()) return file;
    remove(file);
    return undefined;
  }
  return { add, find, remove };
}
