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
  const url = parsedUrl(given);
  return url ? quoteUrl(url) : showable(given).slice(0, MAX_SHOWN);
}

/** `undefined` for text that is no address. `URL.parse` and `URL.canParse` are missing in older browsers. */
export function parsedUrl(given: string): URL | undefined {
  try {
    return new URL(given);
  } catch {
    return undefined;
  }
}
