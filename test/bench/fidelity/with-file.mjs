/** Bytes as a file on disk for as long as a program needs them there. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function withFile(name, bytes, work) {
  const folder = mkdtempSync(join(tmpdir(), "fidelity-"));
  try {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return work(path, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
