import type { Kernel } from "./resizer.js";
import { scalarKernel } from "./scalar-kernel.js";
import { loadSimdKernel } from "./simd-kernel.js";

let kernel: Promise<Kernel> | undefined;

/** The fastest kernel that runs here, the same one for all pictures of a worker. Never rejects. */
export function loadKernel(): Promise<Kernel> {
  // The reason does not matter: a policy or an old processor.
  return (kernel ??= loadSimdKernel().catch(() => scalarKernel));
}
