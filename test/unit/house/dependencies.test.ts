/**
 * What an app gets besides our own code when it installs the package: only what is listed here, indirect dependencies included.
 */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { root } from "./parsed-source.js";

interface Manifest {
  name: string;
  license?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  scripts?: Record<string, string>;
  gypfile?: boolean;
}

/** Each was read before it was let in: pure JavaScript that asks nothing of the network by itself. */
const ALLOWED: Readonly<Record<string, string>> = {
  "@types/react": "MIT",
  "attr-accept": "MIT",
  "browser-image-compression": "MIT",
  csstype: "MIT",
  "file-selector": "MIT",
  react: "MIT",
  "react-dropzone": "MIT",
  uzip: "MIT",
};

/** What npm runs by itself on a machine that installs a package from the registry. */
const INSTALL_SCRIPTS = ["preinstall", "install", "postinstall"];

const manifestIn = (folder: string) => JSON.parse(readFileSync(`${root}${folder}package.json`, "utf8")) as Manifest;

/** As Node finds it: in the importing package's folder, or further up. */
function folderOf(name: string, from: string): string {
  for (let at = from; ; at = at.replace(/node_modules\/(@[^/]+\/)?[^/]+\/$/, "")) {
    const folder = `${at}node_modules/${name}/`;
    if (existsSync(`${root}${folder}package.json`)) return folder;
    if (at === "") throw new Error(`${name}, which ${from || "this package"} needs, is not installed: npm ci`);
  }
}

function* installedBy(folder: string, seen: Set<string>): Generator<{ folder: string; manifest: Manifest }> {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = manifestIn(folder);
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
    // Those that an app adds for a decoder. npm leaves them out.
    if (folder === "" && peerDependenciesMeta?.[name]?.optional) continue;
    const found = folderOf(name, folder);
    if (seen.has(found)) continue;
    seen.add(found);
    yield { folder: found, manifest: manifestIn(found) };
    yield* installedBy(found, seen);
  }
}

describe("dependencies: what is installed with the package", () => {
  const installed = [...installedBy("", new Set())];

  test("are the reviewed packages, with the reviewed licences", () => {
    const licences = installed.map(({ manifest }) => [manifest.name, manifest.license] as const);
    expect(Object.fromEntries(licences)).toEqual(ALLOWED);
    expect(
      Object.values(ALLOWED).filter((licence) => !/^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0)$/.test(licence)),
    ).toEqual([]);
  });

  test("runs nothing when it is installed", () => {
    const running = installed.filter(
      ({ folder, manifest }) =>
        INSTALL_SCRIPTS.some((name) => manifest.scripts?.[name] !== undefined) ||
        manifest.gypfile === true ||
        existsSync(`${root}${folder}binding.gyp`),
    );
    expect(running.map(({ manifest }) => manifest.name)).toEqual([]);
    expect(INSTALL_SCRIPTS.filter((name) => manifestIn("").scripts?.[name] !== undefined)).toEqual([]);
  });
});
