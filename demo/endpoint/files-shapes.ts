import type { DeletedFile, FileMetadata } from "@anthropic-ai/sdk/resources/files";
import type { FileDeleted, FileObject } from "openai/resources/files";
import type { UploadedFile } from "./files-store.js";

const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);

function anthropicFile({ id, name, mediaType, blob, createdAt, expiresAt }: UploadedFile): FileMetadata {
  return {
    id,
    type: "file",
    filename: name,
    mime_type: mediaType,
    size_bytes: blob.size,
    created_at: createdAt.toISOString(),
    // Only what a tool of the model's own made can be downloaded.
    downloadable: false,
    expires_at: expiresAt?.toISOString() ?? null,
  };
}

const PURPOSES = ["vision", "batch", "batch_output"] as const;

function openaiFile({ id, name, blob, purpose, createdAt, expiresAt }: UploadedFile): FileObject {
  return {
    id,
    object: "file",
    bytes: blob.size,
    created_at: seconds(createdAt),
    filename: name,
    purpose: PURPOSES.find((known) => known === purpose) ?? "user_data",
    status: "processed",
    ...(expiresAt && { expires_at: seconds(expiresAt) }),
  };
}

/** The file as its provider describes it, typed by the SDK so that a new version shows what is missing. */
export function describeFile(file: UploadedFile): FileMetadata | FileObject {
  return file.provider === "anthropic" ? anthropicFile(file) : openaiFile(file);
}

export function describeDeleted({ id, provider }: UploadedFile): DeletedFile | FileDeleted {
  return provider === "anthropic" ? { id, type: "file_deleted" } : { id, object: "file", deleted: true };
}
