/** `node side-by-side.mjs a b c`: these npm scripts at once; what each prints comes in one piece when it ends. Fails when one does. */
import { spawn } from "node:child_process";

const run = (script) =>
  new Promise((resolve) => {
    const child = spawn("npm", ["run", "--silent", script], { shell: process.platform === "win32" });
    let printed = "";
    const take = (chunk) => void (printed += chunk);
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    child.once("close", (code) => {
      console.log(`${script}: ${code === 0 ? "passed" : "failed"}\n${printed}`);
      if (code !== 0) process.exitCode = 1;
      resolve();
    });
  });

await Promise.all(process.argv.slice(2).map(run));
