/** A JPEG file as the decoder reads it: from front to back, never all of it at once. */
export interface CodedData {
  /** Size of the whole file. */
  bytes: number;
  /** `count` bytes from `at` on, or fewer at the end of the file; valid until the next call. `at` must never go back. */
  from: (at: number, count: number) => Promise<Uint8Array>;
}
