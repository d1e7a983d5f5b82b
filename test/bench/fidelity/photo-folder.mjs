/** Where the photos are: beside the project on a machine that has them, else the demo's samples. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export function photoFolder() {
  const [beside, samples] = ["../../../../shared/photos", "../../../public/samples"].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return existsSync(beside) ? beside : samples;
}
