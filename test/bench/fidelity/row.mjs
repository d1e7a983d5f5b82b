/** One input's figures: Pillow's, and each method's in each browser. */
import { thumbnail } from "./pillow.mjs";
import { BOX, QUALITY } from "./settings.mjs";
import { makeSubject } from "./subject.mjs";

/** `browsers` holds what was made: `{ [browser]: { [method]: { file, backend? } | { failure } } }`. */
export async function rowOf(input, browsers, { python, canRead }) {
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
    browsers: {},
  };
  for (const [browser, methods] of Object.entries(browsers)) {
    row.browsers[browser] = {};
    for (const [method, made] of Object.entries(methods)) row.browsers[browser][method] = await figuresOf(made);
  }
  return row;
}
