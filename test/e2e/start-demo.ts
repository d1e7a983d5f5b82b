/** Starts the demo as the README says, `npm start`, on a port of its own. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

export interface Demo {
  url: string;
  stop: () => Promise<void>;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Resolves when the page is served; rejects with what `npm start` printed when it ends before that. */
export async function startDemo(): Promise<Demo> {
  const port = await freePort();
  // Without keys, whoever runs this: the tests must use the local endpoint, and spend nothing.
  const env = { ...process.env, CI: "1", ANTHROPIC_API_KEY: "", OPENAI_API_KEY: "" };
  const flags = ["start", "--", "--port", String(port), "--strictPort", "--host", "127.0.0.1"];
  const child = spawn("npm", flags, { cwd: root, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (printed.includes("ready in")) resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    void ended.then(() => reject(new Error(`npm start ended:\n${printed}`)));
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    async stop() {
      // npm, its shell and Vite: the whole process group that was started here.
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
      await ended;
    },
  };
}
