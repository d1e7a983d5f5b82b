/** Options and results of checking an image at a web address without downloading it. */
import type { Endpoint } from "../shared/endpoint.js";
import type { ImageErrorCode } from "../shared/errors.js";
import type { MediaType } from "../shared/types.js";

/**
 * How an image's web address is used. `off`: it is not accepted, and no server is contacted. `fetch`: the image is
 * downloaded, where its server lets this page read it, and prepared like a file. `block`: the address itself is sent, by the
 * endpoint's `urlBlock`, and the provider downloads the image as it is: not downsized, its metadata not stripped. `auto`: as
 * `block` where the endpoint takes it as it is, else as `fetch` (no `urlBlock`, too large, another format, a host of this network).
 */
export type UrlMode = "off" | "fetch" | "block" | "auto";

/** Options of any request to a web address. */
export interface UrlOptions {
  /**
   * Takes hosts that only this computer or this network reaches, and plain `http:` for them: for an app on an intranet, with
   * its own image server. A model API on the internet cannot fetch from there; use it with `fetchImage`, or with an endpoint
   * that runs on the same network. On a server that takes addresses from users it opens the network to them (SSRF).
   * @default false
   */
  allowPrivateHosts?: boolean;
  /** Longest wait for the whole answer, in milliseconds. @default 10_000 for a check, 30_000 for a download */
  timeoutMs?: number;
  /** Called in place of the global `fetch`, with the same arguments. */
  fetch?: typeof fetch;
  signal?: AbortSignal;
}

export interface UrlCheckOptions extends UrlOptions {
  /** The endpoint that is to fetch the image by its `urlBlock`. Left out: the image is to be fetched and prepared here. */
  endpoint?: Endpoint<unknown>;
}

/**
 * Why a check could not tell: `"cross-origin"` the server does not let other sites read its answers; `"unreachable"` no answer,
 * at least not from here; `"timeout"`; `"method"` HEAD is not allowed (405, 501); `"status"` another answer than success, e.g.
 * 403 for a signature that is made for GET; `"length"` or `"media-type"` is not stated.
 */
export type UrlUnknownReason =
  "cross-origin" | "unreachable" | "timeout" | "method" | "status" | "length" | "media-type";

/** The server states type and size, and the endpoint takes them. The image itself has not been read. */
export interface UrlOk {
  status: "ok";
  /** The address to send, as `URL` writes it. */
  url: string;
  /** The address after redirects; the same as `url` if there were none. */
  finalUrl: string;
  bytes: number;
  mediaType: MediaType;
}

/** The address may work, but something could not be found out. The endpoint may take the image or refuse it. */
export interface UrlUnknown {
  status: "unknown";
  url: string;
  reason: UrlUnknownReason;
  /** English and complete: "Size unknown: the server does not allow cross-origin reads." */
  message: string;
  /** What is known despite that. */
  bytes?: number;
  mediaType?: MediaType;
}

/** As in an `ImageError`: `new ImageError(code, message, { actual, limit })`. */
export interface UrlRefused {
  status: "refused";
  /** The address as it was given. */
  url: string;
  code: ImageErrorCode;
  message: string;
  actual?: number | string | undefined;
  limit?: number | string | undefined;
}

/** The result of `checkImageUrl`. */
export type UrlCheck = UrlOk | UrlUnknown | UrlRefused;
