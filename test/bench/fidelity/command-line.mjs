/** What the command line may ask for. */
import { parseArgs } from "node:util";
import { BROWSERS } from "../browsers/open-browser.mjs";

const OPTIONS = {
  /** URL or path of an ES module that exports `prepareImage(file, options)`; without it the built package. */
  module: { type: "string" },
  /** Browsers, comma between them. */
  browsers: { type: "string", default: BROWSERS.join(",") },
  /** Regular expression on the names of the inputs. */
  input: { type: "string", default: "" },
  /** JSON passed to `prepareImage`, for instance '{"fidelity":"exact"}'. */
  options: { type: "string" },
  /** Where the JSON goes; without it beside the bench. */
  out: { type: "string" },
  "no-peers": { type: "boolean", default: false },
  "no-reading": { type: "boolean", default: false },
  "no-colours": { type: "boolean", default: false },
  /** End with an error when a mark is not reached. */
  strict: { type: "boolean", default: false },
};

export function readCommandLine(args) {
  const { values } = parseArgs({ args, options: OPTIONS });
  const browsers = values.browsers.split(",");
  const unknown = browsers.filter((browser) => !BROWSERS.includes(browser));
  if (unknown.length > 0)
    throw new Error(`No browser is called "${unknown.join(", ")}". There are: ${BROWSERS.join(", ")}.`);
  return {
    module: values.module,
    browsers,
    input: new RegExp(values.input),
    options: values.options && JSON.parse(values.options),
    out: values.out,
    peers: !values["no-peers"],
    reading: !values["no-reading"],
    colours: !values["no-colours"],
    strict: values.strict,
  };
}
