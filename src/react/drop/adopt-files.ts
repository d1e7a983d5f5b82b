import { isPromise } from "../../shared/platform-types.js";

/**
 * The same files, as this window's own where the root is in another one: a person closes that window (Picture-in-Picture) and means
 * to send all the same, but of its files nothing can be read any more. In Chromium 156 and Firefox 153 the promise never settles.
 */
export function adoptFiles(files: File[] | Promise<File[]>, root: Element | null): File[] | Promise<File[]> {
  if (!root || root.ownerDocument === document) return files;
  return isPromise(files) ? files.then((read) => read.map(adopt)) : files.map(adopt);
}

function adopt(file: File): File {
  const { name, type, lastModified } = file;
  return new File([file], name, { type, lastModified });
}
