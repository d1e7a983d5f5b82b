/** What makes a first picture slow, done before there is one: trials, the kernel, and code that engines only speed up in use. */
import { capabilities } from "./capabilities.js";
import { loadKernel } from "./resample/load-kernel.js";
import { resample } from "./resample/resample.js";

/** About a tenth of a photo: enough for the engine to compile the kernel properly, over in a few milliseconds. */
const SIDE = 512;
const to = { width: 256, height: 256 };

/** Never rejects: what fails here fails again, and is told of, with the first picture. */
export async function warmUp(): Promise<void> {
  await capabilities();
  const axis = { length: SIDE, span: SIDE };
  await resample({ across: axis, down: axis, swap: true, brighter: 0, alpha: "none", read: () => {} }, to, await loadKernel());
}
