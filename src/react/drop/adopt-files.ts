import { isPromise } from "../../shared/platform-types.js";

/**
 * Copies files of another window into this one. A person may close that window (Picture-in-Picture) and still want to send, but
 * then its files can no longer be read. In Chromium 156 and Firefox 153 the promise never settles.
 */
export function adoptFiles(files: File[] | Promise<File[]>, root: Element | null): File[] | Promise<File[]> {
  if (!root || root.ownerDocument === document) return files;
  return isPromise(files) ? files.then((read) => read.map(adopt)) : files.map(adopt);
}

function adopt(file: File): File {
  const { name, type, lastModified } = file;
  return new File([file], name, { type, lastModified });
}
