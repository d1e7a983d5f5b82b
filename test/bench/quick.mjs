/** The short form: does the bench itself work? Looks at what comes out, never at the time it took. */
import sharp from "sharp";
import { buildContestants } from "./contestants/build.mjs";
import { TINY } from "./inputs/inputs.mjs";
import { makeInputs } from "./inputs/make-inputs.mjs";
import { forPage, startStage } from "./stage.mjs";

/** Those that need nothing installed. */
const CANVASES = ["bare-canvas", "worker-canvas"];

async function look(name, { file, target }, base64) {
  const { format, width, height } = await sharp(Buffer.from(base64, "base64")).metadata();
  const right = format === "jpeg" && width === target.width && height === target.height;
  return { name, file, format, width, height, right };
}

/** Resolves to { name, file, format, width, height, right } of each output, as sharp reads it. */
export async function quickLook(modules) {
  const stage = await startStage({ modules, built: { "/contestants/": await buildContestants(CANVASES) } });
  const inputs = await makeInputs(TINY);
  const browser = await stage.open("chromium");
  try {
    const looked = [];
    for (const name of [...Object.keys(modules), ...CANVASES]) {
      await browser.evaluate(async (who, url) => globalThis.bench.add(who, url), name, stage.urlOf(name));
      await browser.evaluate(async (what) => globalThis.bench.load(what), inputs.map(forPage));
      const { outputs, error } = await browser.evaluate(
        async (who, what) => globalThis.bench.run(who, what, { keep: true }),
        name,
        inputs.map(forPage),
      );
      if (error !== undefined) throw new Error(`${name}: ${error}`);
      looked.push(...(await Promise.all(outputs.map(({ base64 }, index) => look(name, inputs[index], base64)))));
    }
    return looked;
  } finally {
    await browser.close();
    await stage.close();
  }
}
