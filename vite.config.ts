/** One file for three uses: the demo (`npm start`), the library (`npm run build`) and the test projects (`npm test`). */
import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { closingLine } from "./test/setup/closing-line.js";
import { testProjects } from "./test/setup/projects.js";
import { sharedFolder } from "./test/setup/shared-folder.js";

const root = fileURLToPath(new URL(".", import.meta.url));
const src = (path: string) => `${root}src/${path}`;

export default defineConfig({
  plugins: [react()],
  resolve: {
    // The demo and the tests use the package by its public names, and get the sources.
    alias: [
      { find: /^vision-dropzone$/, replacement: src("index.ts") },
      { find: /^vision-dropzone\/(core|endpoints|worker)$/, replacement: src("$1.ts") },
      { find: /^vision-dropzone\/styles\.css$/, replacement: src("react/styles.css") },
    ],
  },
  server: {
    open: Boolean(process.stdout.isTTY) && !process.env.CI && !process.env.VITEST,
    fs: { allow: sharedFolder ? [root, sharedFolder] : [root] },
  },
  worker: { format: "iife" },
  test: {
    projects: testProjects(),
    provide: { sharedFolder },
    reporters: ["default", closingLine()],
    // A room whose tests are not written yet is not a failure of the others.
    passWithNoTests: true,
  },
});
