/** Throws `TypeError` for a time limit that can never work. */
export function checkTimeout(timeoutMs: number): void {
  if (timeoutMs > 0) return;
  throw new TypeError(
    `vision-dropzone: timeoutMs is ${timeoutMs}; it is a time limit in milliseconds. Pass more than 0, e.g. 10000.`,
  );
}
