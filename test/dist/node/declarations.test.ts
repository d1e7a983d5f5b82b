/** The declarations as an app's compiler reads them, in a version of TypeScript that is older than ours. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const dist = new URL("../../../dist/", import.meta.url);

/** What each of the package's entries reaches, by path in `dist/`. */
function reachedFrom(entry: string, reached = new Map<string, string>()): Map<string, string> {
  const text = readFileSync(new URL(entry, dist), "utf8");
  reached.set(entry, text);
  for (const [, target = ""] of text.matchAll(/(?:from|import\()\s*"(\.[^"]+)\.js"/g)) {
    const path = new URL(`${target}.d.ts`, new URL(entry, dist)).href.slice(dist.href.length);
    if (!reached.has(path)) reachedFrom(path, reached);
  }
  return reached;
}

/** Generic since TypeScript 5.7 (`Uint8Array<ArrayBuffer>`), and later: https://github.com/microsoft/TypeScript/pull/59417 */
const TYPED_ARRAY =
  /\b(?:Int8|Uint8|Uint8Clamped|Int16|Uint16|Int32|Uint32|Float16|Float32|Float64|BigInt64|BigUint64)Array<|\b(?:DataView|ArrayBufferView|Buffer)</;

test.each(["index.d.ts", "core.d.ts", "endpoints.d.ts"])(
  "declarations: %s reaches nothing that TypeScript 5.6 cannot read",
  (entry) => {
    const reached = reachedFrom(entry);
    expect(reached.size).toBeGreaterThan(10);
    const found = [...reached].flatMap(([path, text]) =>
      text.split("\n").flatMap((line) => (TYPED_ARRAY.test(line) ? [`${path}: ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  },
);
