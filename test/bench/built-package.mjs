/** The package as it is published, for pages that the bench bundles: its names, and the built files they stand for. */
import { projectFolder } from "./cache.mjs";

const dist = (file) => `${projectFolder}dist/${file}`;

export const BUILT_PACKAGE = [
  { find: /^vision-dropzone$/, replacement: dist("index.js") },
  { find: /^vision-dropzone\/endpoints$/, replacement: dist("endpoints.js") },
  { find: /^vision-dropzone\/styles\.css$/, replacement: dist("styles.css") },
];
