import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const src = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: [
      { find: /^vision-dropzone$/, replacement: src("index.ts") },
      { find: /^vision-dropzone\/(core|endpoints|worker)$/, replacement: src("$1.ts") },
      { find: /^vision-dropzone\/styles\.css$/, replacement: src("react/styles.css") },
    ],
  },
  worker: { format: "iife" },
  test: {
    projects: [
      { extends: true, test: { name: "unit", environment: "node", include: ["test/unit/**/*.test.ts"] } },
      { extends: true, test: { name: "react", environment: "happy-dom", include: ["test/react/**/*.test.tsx"] } },
      {
        extends: true,
        test: {
          name: "chromium",
          include: ["test/browser/**/*.test.{ts,tsx}"],
          browser: {
            enabled: true,
            headless: true,
            ui: false,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage"] },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
