/** The bench in its short form: does it still work with the built files? Never how long anything took. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

interface Looked {
  name: string;
  file: string;
  format: string;
  width: number;
  height: number;
}

test("the bench runs two files through the built package and the canvases, and JPEGs of the right size come out", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["demo/bench/bench.mjs", "--quick"], { cwd: root, encoding: "utf8" });
  expect(status, stderr + stdout).toBe(0);
  const looked = JSON.parse(stdout) as Looked[];
  expect([...new Set(looked.map(({ name }) => name))]).toEqual(["vision-dropzone", "bare-canvas", "worker-canvas"]);
  for (const name of ["vision-dropzone", "bare-canvas", "worker-canvas"]) {
    expect(looked.filter((one) => one.name === name)).toMatchObject([
      { file: "tiny-landscape.jpg", format: "jpeg", width: 1280, height: 800 },
      { file: "tiny-portrait.png", format: "jpeg", width: 480, height: 960 },
    ]);
  }
});

test("README's figures are those of the measurement that is committed", () => {
  const { status, stderr } = spawnSync(process.execPath, ["demo/bench/report/readme.mjs", "--check"], { cwd: root, encoding: "utf8" });
  expect(status, stderr).toBe(0);
});
