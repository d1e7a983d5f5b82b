/** `npm run bench -- --browsers chromium,firefox --only batch,single --rounds 5 --module name=URL` */
import { parseArgs } from "node:util";
import { BROWSERS } from "./browsers/open-browser.mjs";
import { PEERS } from "./contestants/contestants.mjs";

export const HELP = `npm run bench -- [options]
  --browsers chromium,firefox,webkit  which browsers                       (all that are installed)
  --only single,batch,…               which parts: PARTS                   (all)
  --cases jpeg-12,png,…               of the part "single", which files    (all)
  --contestants bic-worker,pica,…     who is compared with: ${Object.keys(PEERS).join(", ")}; or none   (all)
  --rounds 5                          turns of each contestant             (5)
  --module [name=]URL                 measure this module, too: a path or an address; may be repeated
  --out FILE                          the JSON to merge the results into   (test/bench/results/latest.json)
  --quick                             two small files through ours and the canvases in Chromium; looks at what comes out, not at time`;

const list = (text) => text?.split(",").filter(Boolean);

export function readCommandLine(args, parts) {
  const { values } = parseArgs({
    args,
    options: {
      browsers: { type: "string" },
      only: { type: "string" },
      cases: { type: "string" },
      contestants: { type: "string" },
      rounds: { type: "string", default: "5" },
      module: { type: "string", multiple: true, default: [] },
      out: { type: "string" },
      quick: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const options = {
    ...values,
    browsers: among("browser", list(values.browsers) ?? BROWSERS, BROWSERS),
    only: among("part", list(values.only) ?? parts, parts),
    cases: list(values.cases),
    contestants:
      values.contestants === "none"
        ? []
        : among("contestant", list(values.contestants) ?? Object.keys(PEERS), Object.keys(PEERS)),
    rounds: Number(values.rounds),
    modules: Object.fromEntries(values.module.map(namedModule)),
  };
  if (!Number.isInteger(options.rounds) || options.rounds < 1) throw new Error("--rounds takes a whole number from 1.");
  return options;
}

function among(what, wanted, known) {
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`There is no ${what} "${unknown[0]}". There are: ${known.join(", ")}.`);
  return wanted;
}

function namedModule(text, index) {
  const [, name, url] = /^(?:([\w.-]+)=)?(.+)$/.exec(text);
  return [name ?? `module-${index + 1}`, url];
}
