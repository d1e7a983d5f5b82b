import { quoteUrl } from "../core/url-check/url-rules.js";

const LONGEST = 80;

/** An address as it is shown: host and path. What stands in a query may be a secret, and so may a user name before the host. */
export function urlName(url: string): string {
  return URL.canParse(url) ? quoteUrl(new URL(url)) : url.slice(0, LONGEST);
}
