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

const run = (...command: string[]) => spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });

test("bench: the bench runs two files through the built package and the canvases, and JPEGs of the right size come out", () => {
  const { status, stdout, stderr } = run("test/bench/bench.mjs", "--quick");
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

test.each([
  {
    what: "a list of one",
    command: ["test/bench/scale.mjs", "1"],
    says: ["1: one more", "1: 41 keystrokes", "1: one removed", "1: heap"],
  },
  { what: "a growing conversation", command: ["test/bench/growing-conversation.mjs"], says: ["history MB", "30"] },
])("bench: $what is measured with the built files to its end", ({ command, says }) => {
  const { status, stdout, stderr } = run(...command);
  expect(status, stderr).toBe(0);
  for (const words of says) expect(stdout).toContain(words);
  expect(stdout).not.toContain("page error");
});

test("bench: the docs' figures are those of the measurement that is committed", () => {
  const { status, stderr } = run("test/bench/report/readme.mjs", "--check");
  expect(status, stderr).toBe(0);
});
