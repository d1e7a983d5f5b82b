/** Runs in the page: one file made small by one of the methods compared. Loaded by the page's HTML as `globalThis.shrink`. */
import {
  shrinkByCanvas,
  shrinkByCompressionLibrary,
  shrinkByCompressor,
  shrinkByModule,
  shrinkByPica,
} from "./methods.mjs";

const METHODS = {
  ours: shrinkByModule,
  "browser-image-compression": shrinkByCompressionLibrary,
  compressorjs: shrinkByCompressor,
  pica: shrinkByPica,
  canvas: shrinkByCanvas,
};

/** It ends a hang, nothing else: two busy cores take ten times as long as a free machine. */
const TIMEOUT_MS = 120_000;

/** Answers `{ base64, backend? }`, or `{ failure }` in words: one method's failure is a figure, not the end of the run. */
globalThis.shrink = async ({ method, path, name, mediaType, ...request }) => {
  try {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`${path} is not served.`);
    const file = new File([await response.arrayBuffer()], name, { type: mediaType });
    const made = await inTime(METHODS[method]({ file, ...request }));
    return made instanceof Blob ? { base64: await base64Of(made) } : made;
  } catch (error) {
    return { failure: error?.code ? `${error.code}: ${error.message}` : String(error) };
  }
};

function inTime(work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${TIMEOUT_MS / 1000} s.`)), TIMEOUT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function base64Of(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.slice(reader.result.indexOf(",") + 1)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}
