/** Which addresses may be asked at all. Pure: decided before any request, and again for every redirect that can be seen. */
import { ImageError } from "../shared/errors.js";
import { privateHostKind } from "./private-host.js";

export interface UrlRules {
  allowPrivateHosts: boolean;
}

const SCHEME_REASONS: Readonly<Record<string, string>> = {
  "data:": "A data: address is the picture itself, not the place of one. Pass it as a file.",
  "blob:": "A blob: address exists in this page only. Pass the file behind it.",
  "file:": "A file: address leads to a disk that nobody else can read. Pass the file itself.",
  "javascript:": "A javascript: address is a program, not a picture.",
};

/** Throws an `ImageError`: `url-invalid`, `url-scheme`, `url-credentials`, `url-private-host`. */
export function parseImageUrl(given: string | URL, rules: UrlRules): URL {
  const url = parse(given);
  checkUrlRules(url, rules);
  return url;
}

/** The rules for an address that is known to be one. */
export function checkUrlRules(url: URL, { allowPrivateHosts }: UrlRules): void {
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    const reason = SCHEME_REASONS[url.protocol] ?? `A ${url.protocol} address is not taken.`;
    throw new ImageError("url-scheme", `${reason} Only https: addresses are taken.`);
  }
  if (url.username !== "" || url.password !== "") {
    // The address is not quoted: what is wrong with it is that it holds a secret.
    throw new ImageError(
      "url-credentials",
      "The address holds a user name or a password, and would hand it to the model's provider.",
    );
  }
  const kind = privateHostKind(url.hostname);
  if (kind !== undefined && !allowPrivateHosts) {
    throw new ImageError(
      "url-private-host",
      `${url.hostname} lies on ${kind}: nobody on the internet can fetch a picture from there.`,
    );
  }
  if (url.protocol === "http:" && kind === undefined) {
    throw new ImageError(
      "url-scheme",
      "An http: address is not taken: it is not encrypted, and model APIs fetch https: only. Use https:.",
    );
  }
}

function parse(given: string | URL): URL {
  try {
    return new URL(given);
  } catch (cause) {
    throw new ImageError(
      "url-invalid",
      "This is not a complete web address. Write it with its scheme: https://example.com/photo.jpg.",
      { cause },
    );
  }
}
