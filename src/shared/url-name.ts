/** Web addresses as they are shown: a query may hold a signature that has no place in a message or a log. */
import { showable } from "./file-name.js";

const MAX_SHOWN = 80;

/** Host and path, shortened in the middle. */
export function quoteUrl({ host, pathname }: URL): string {
  const text = `${host}${pathname}`;
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, 50)}...${text.slice(-27)}`;
}

/** The same of what may be no address at all: that is cut to length. */
export function urlName(given: string): string {
  try {
    return quoteUrl(new URL(given));
  } catch {
    return showable(given).slice(0, MAX_SHOWN);
  }
}
