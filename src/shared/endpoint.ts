/** The interface of endpoints: plain data plus pure functions; see `src/endpoints/`. */
import type { TokenModel } from "./tokens/types.js";
import type { Advice, PreparedDocument, PreparedImage, SentMediaType } from "./types.js";

/**
 * Where a figure comes from. `confidence`: A = SDK types, or documented and measured live; B = the provider's own page;
 * C = a third party's report; D = our inference.
 */
export interface CapSource {
  /** The figure(s) it backs, in a few words. */
  figure: string;
  url: string;
  confidence: "A" | "B" | "C" | "D";
  /** Date the figure was last compared with its source, `YYYY-MM-DD`. @default the endpoint's `asOf` */
  asOf?: string;
}

/** Limits as data. An absent figure means that none is known; `sources` says where a provider publishes none. */
export interface EndpointCaps {
  /** Largest request body in bytes: the UTF-8 length of its JSON, conversation included. */
  maxRequestBytes?: number;
  /** Largest image in bytes; `counted` on the base64 text or on the bytes behind it. */
  maxImageBytes?: { bytes: number; counted: "base64" | "raw" };
  /** Largest image that the provider fetches by its address, in bytes of the file; `maxImageBytes` applies to it as well. */
  maxUrlBytes?: number;
  /** Most images in one request, earlier messages included. Where `sources` says that documents count, add them to `earlierImageCount`. */
  maxImages?: number;
  /** Longest side of one image, in pixels. */
  maxEdgePx?: number;
  /** Shortest side the endpoint takes, in pixels. */
  minEdgePx?: number;
  /** Most pixels of one image: width x height. */
  maxPixels?: number;
  /** Most squares of `edgePx` pixels a side that it may take to cover one image: ceil(width / edgePx) * ceil(height / edgePx). */
  maxPatches?: { count: number; edgePx: number };
  /** A stricter side length that applies as soon as a request holds more than `above` images. */
  manyImages?: { above: number; maxEdgePx: number };
  /** Of these, those of which it takes animations and uses more than the first frame. Absent: none is known. */
  animatedTypes?: readonly SentMediaType[];
  /** Media types the endpoint takes; it may refuse a type that disagrees with the bytes. */
  mediaTypes: readonly SentMediaType[];
}

/**
 * The endpoint's limits for PDF files that are sent as they are (option `documents`), besides `caps`. An absent figure means that none
 * is known; the citations are in the endpoint's `sources`.
 */
export interface EndpointDocuments<D> {
  mediaTypes: readonly "application/pdf"[];
  /** Largest file in bytes, before base64. The request's own limit applies as well. */
  maxDocumentBytes?: number;
  /** Most pages of one file. */
  maxDocumentPages?: number;
  /** Most pages of all files in a request. */
  maxPages?: number;
  /** Most files in a request. */
  maxDocuments?: number;
  /** Which of them count against `caps.maxImages`: pages or files. Absent: neither. */
  countedWithImages?: "pages" | "documents";
  /** Approximate tokens of a page, its text and its picture together. Absent: no rule is published. */
  tokensPerPage?: number;
  /** The content block that holds the file inline. Pure. */
  toBlock(pdf: PreparedDocument): D;
}

/** One API route that takes images. A custom endpoint is a spread of one of ours. */
export interface Endpoint<B> {
  /** Kebab-case, stable. */
  id: string;
  /** For people: "Anthropic Messages". */
  label: string;
  /** The provider: "anthropic", "openai". */
  provider: string;
  /** Date the figures were last compared with their sources, `YYYY-MM-DD`; a source may have a date of its own. */
  asOf: string;
  sources: readonly CapSource[];
  caps: EndpointCaps;
  /** The content block that holds the image inline. Pure. */
  toBlock(image: PreparedImage): B;
  /** The block that refers to an uploaded file, if the API has one. Pure. */
  fileBlock?(fileId: string, image: PreparedImage): B;
  /** The block that refers to a public https URL, if the API has one; `mediaType` if it is known. Pure. */
  urlBlock?(url: string, mediaType?: SentMediaType): B;
  /** PDF files as they are; only where the API takes them. */
  documents?: EndpointDocuments<unknown>;
  /**
   * How its models count an image, and what they downsize it to; for `box: "endpoint"` and the estimate's tokens. The constant
   * names one family: spread the endpoint with another's for your model. Left out where no rule is published.
   */
  tokenModel?: TokenModel;
  /** The detail level the blocks ask for, where `tokenModel` knows several. */
  tokenDetail?: string;
  /** Largest file of its Files API, in bytes; absent if it has none that takes images. */
  maxFileBytes?: number;
  /** Other routes of the provider that take more, for the meter's advice. */
  whenOver?: readonly Advice[];
  /** The smallest body that a request with these blocks can have; the meter measures it unless the app passes its own. */
  request(blocks: readonly B[]): unknown;
  /**
   * Bytes on the wire of an object in the body that the official SDK rewrites before sending; `undefined`: it is sent as its JSON,
   * whose size `jsonBytes` returns. Called for every object in the body; absent if nothing is rewritten. Pure.
   */
  wireBytes?(value: object, jsonBytes: () => number): number | undefined;
}

/** One that takes PDF files as they are, in blocks of type `D`. */
export interface DocumentEndpoint<B, D> extends Endpoint<B> {
  documents: EndpointDocuments<D>;
}

/** A provider's own limits, for an endpoint whose format it shares: `{ ...openaiCompatible, ...groqLimits }`. */
export type EndpointLimits = Pick<Endpoint<unknown>, "id" | "label" | "provider" | "asOf" | "sources" | "caps">;

/**
 * The type of an endpoint's blocks: images inline, by file id and by address. For a union of endpoints (`typeof openaiChat |
 * typeof anthropicMessages`, one of them chosen at run time), the blocks of any of them.
 */
export type BlockOf<E extends Endpoint<unknown>> = E extends unknown
  ? MadeBy<E["toBlock"]> | MadeBy<E["fileBlock"]> | MadeBy<E["urlBlock"]>
  : never;

type MadeBy<F> = F extends (...given: never[]) => infer Block ? Block : never;

/** The type of an endpoint's blocks for PDF files; `never` where it takes none. They come with the option `documents` only. */
export type DocumentBlockOf<E> = E extends { documents: EndpointDocuments<infer D> } ? D : never;
