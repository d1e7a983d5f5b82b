/** The pages that `build.mjs` has put into content/. */
import { readFileSync } from "node:fs";

const sidebar = JSON.parse(readFileSync(new URL("../content/sidebar.json", import.meta.url), "utf8"));

// VitePress takes no other export.
export default {
  title: "vision-dropzone",
  description: "The image intake for chat UIs",
  // A picture of nothing: browsers ask for one.
  head: [["link", { rel: "icon", href: "data:," }]],
  srcDir: "content",
  outDir: "dist",
  base: process.env.DOCS_BASE ?? "/",
  themeConfig: { search: { provider: "local" }, outline: [2, 3], sidebar },
};
