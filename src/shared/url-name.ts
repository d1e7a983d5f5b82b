/** Formats web addresses for messages and logs, without the query, which may hold a secret signature. */
import { showable } from "./file-name.js";

const MAX_SHOWN = 80;

/** Host and path, shortened in the middle. */
export function quoteUrl({ host, pathname }: URL): string {
  const text = `${host}${pathname}`;
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, 50)}...${text.slice(-27)}`;
}

/** The same for text that may not be an address: it is shortened. */
export function urlName(given: string): string {
  try {
    return quoteUrl(new URL(given));
  } catch {
    return showable(given).slice(0, MAX_SHOWN);
  }
}
