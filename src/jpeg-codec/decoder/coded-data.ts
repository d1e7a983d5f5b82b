/** A JPEG as the decoder reads it: from its front to its back, never all of it at once. */
export interface CodedData {
  /** Of the whole file. */
  bytes: number;
  /** `count` bytes from `at` on, or as many as there are; valid until the next call. `at` never goes back. */
  from: (at: number, count: number) => Promise<Uint8Array>;
}
