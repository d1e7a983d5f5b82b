/** One input's figures: Pillow's, and each method's in each engine. */
import { thumbnail } from "./pillow.mjs";
import { BOX, QUALITY } from "./settings.mjs";
import { makeSubject } from "./subject.mjs";

/** `engines` holds what was made: `{ [engine]: { [method]: { file, engine? } | { failure } } }`. */
export async function rowOf(input, engines, { python, canRead }) {
  const subject = await makeSubject(input, { canRead });
  const figuresOf = async ({ file, ...made }) => (file ? { ...made, ...(await subject.figuresOf(file)) } : made);
  const { file, pillow: version } = python ? thumbnail(python, input, { box: BOX, quality: QUALITY }) : {};
  const { name, kind, target } = input;
  const row = {
    name,
    kind,
    size: subject.size,
    target,
    pillow: file && (await figuresOf({ file, version })),
    engines: {},
  };
  for (const [engine, methods] of Object.entries(engines)) {
    row.engines[engine] = {};
    for (const [method, made] of Object.entries(methods)) row.engines[engine][method] = await figuresOf(made);
  }
  return row;
}
