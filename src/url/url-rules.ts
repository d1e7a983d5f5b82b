/** Which addresses may be requested. Pure: checked before any request, and again for every redirect that can be seen. */
import { ImageError } from "../shared/errors.js";
import { privateHostKind } from "./private-host.js";

export interface UrlRules {
  allowPrivateHosts: boolean;
}

const SCHEME_REASONS: Readonly<Record<string, string>> = {
  "data:": "A data: address holds the picture itself. Add it as a file.",
  "blob:": "A blob: address works only in this page. Add the file itself.",
  "file:": "A file: address works only on your computer. Add the file itself.",
  "javascript:": "A javascript: address is a program, not a picture.",
};

/** Throws an `ImageError`: `url-invalid`, `url-scheme`, `url-credentials`, `url-private-host`. */
export function parseImageUrl(given: string | URL, rules: UrlRules): URL {
  const url = parse(given);
  checkUrlRules(url, rules);
  return url;
}

/** The rules for an address that has been parsed. */
export function checkUrlRules(url: URL, { allowPrivateHosts }: UrlRules): void {
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    const reason = SCHEME_REASONS[url.protocol] ?? `${url.protocol} addresses aren't supported.`;
    throw new ImageError("url-scheme", `${reason} Links have to start with https:.`);
  }
  if (url.username !== "" || url.password !== "") {
    // The address is not quoted in the message, since it has a secret in it.
    throw new ImageError(
      "url-credentials",
      "The address contains a user name or password, which the API would see. Remove it.",
    );
  }
  const kind = privateHostKind(url.hostname);
  if (kind !== undefined && !allowPrivateHosts) {
    throw new ImageError("url-private-host", whyPrivate(kind));
  }
  if (url.protocol === "http:" && kind === undefined) {
    throw new ImageError(
      "url-scheme",
      "http: addresses aren't encrypted, and APIs only fetch from https:. Use https:.",
    );
  }
}

function whyPrivate(kind: string): string {
  if (kind === "this computer") return "That address is only reachable from this computer.";
  return kind.endsWith("range")
    ? "That address is reserved: it isn't reachable on the internet."
    : "That address is only reachable from its own network.";
}

function parse(given: string | URL): URL {
  try {
    return new URL(given);
  } catch (cause) {
    throw new ImageError("url-invalid", "Not a complete web address. Write it like https://example.com/photo.jpg.", {
      cause,
    });
  }
}
