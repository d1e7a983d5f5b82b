import { isIP } from "node:net";
import type { IncomingHttpHeaders } from "node:http";

function hostname(host: string): string {
  try {
    return new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, "");
  } catch {
    return "";
  }
}

/** A name that no other site can point at this machine (DNS rebinding): localhost, or an address written out. */
function isOwnHost(host: string | undefined): boolean {
  const name = hostname(host ?? "");
  return name === "localhost" || name.endsWith(".localhost") || isIP(name) !== 0;
}

/**
 * May this request use the endpoint, and with it perhaps a real API key? Browsers tell where a request comes from and no
 * page can forge it; a program without a browser sends neither header and is let in, since it could read the key anyway.
 */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  if (!isOwnHost(headers.host)) return false;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  return origin === `http://${headers.host}` || origin === `https://${headers.host}`;
}
