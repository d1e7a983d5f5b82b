import { isIP } from "node:net";
import type { IncomingHttpHeaders } from "node:http";

function hostname(host: string): string {
  try {
    return new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, "");
  } catch {
    return "";
  }
}

/** A name that no other site can point at this machine (DNS rebinding): localhost, or an IP address. */
function isOwnHost(host: string | undefined): boolean {
  const name = hostname(host ?? "");
  return name === "localhost" || name.endsWith(".localhost") || isIP(name) !== 0;
}

/**
 * Whether this request may use the endpoint, and with it perhaps a real API key. Browsers state where a request comes from, which
 * no page can forge; a program that is not a browser sends neither header and is allowed, since it could read the key anyway.
 */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  if (!isOwnHost(headers.host)) return false;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  return origin === `http://${headers.host}` || origin === `https://${headers.host}`;
}
