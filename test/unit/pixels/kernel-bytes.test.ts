import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test("kernel bytes: the WebAssembly in the sources is what its source compiles to", async () => {
  const script = new URL("../../../src/pixels/build-kernels.mjs", import.meta.url).pathname;
  const { stderr } = await promisify(execFile)(process.execPath, [script, "--check"]);
  expect(stderr).toBe("");
});
