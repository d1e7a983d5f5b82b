/** The page's side of preparing files. One chunk, loaded when a person is about to add something, or with the first file. */
export { createPool } from "./pool.js";
export { prepareWith } from "./prepare.js";
