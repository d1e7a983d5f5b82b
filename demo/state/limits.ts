import type { CapSource, Endpoint, EndpointLimits, RequestEstimate } from "vision-dropzone/core";
import {
  bedrockInvokeModel,
  claudeInFoundry,
  cohereLimits,
  dashscopeLimits,
  deepinfraLimits,
  deepseekLimits,
  fireworksLimits,
  geminiInteractions,
  groqLimits,
  minimaxLimits,
  moonshotLimits,
  nvidiaLimits,
  openaiCompatible,
  vertexGemini,
  zaiLimits,
} from "vision-dropzone/endpoints";
import { count } from "../components/format.js";
import { targets } from "../targets/targets.js";

/** One limit of an endpoint, for the table. */
export interface LimitRow {
  id: string;
  label: string;
  /** The figure with its unit, as people say it: "10 MB". */
  value: string;
  /** The exact figure, or what it is counted on. */
  detail?: string | undefined;
  /** The source for this very figure; a limit that is adopted from elsewhere has none. */
  source?: CapSource | undefined;
}

/** What the tab shows the limits of: an endpoint, or a provider's limits on another one's shape. */
export type Limited = EndpointLimits & Pick<Endpoint<unknown>, "maxFileBytes" | "tokenModel" | "documents">;

/** Those that only this tab shows: all but those that the demo sends to. */
const ALL_OTHERS: readonly Limited[] = [
  geminiInteractions,
  vertexGemini,
  bedrockInvokeModel,
  claudeInFoundry,
  openaiCompatible,
  cohereLimits,
  dashscopeLimits,
  deepinfraLimits,
  deepseekLimits,
  fireworksLimits,
  groqLimits,
  minimaxLimits,
  moonshotLimits,
  nvidiaLimits,
  zaiLimits,
];

/** Endpoints and providers whose limits can be read here, but which the demo does not send to. */
export const furtherLimits: readonly Limited[] = ALL_OTHERS.filter(
  ({ id }) => !targets.some((target) => target.id === id),
);

const MIB = 2 ** 20;

/** In decimal units, even if the provider counts in units of 1024; never more than it is. The meter rounds alike. */
export function sizeOf(bytes: number): string {
  const [unit, name] = bytes >= 1e9 ? [1e9, "GB"] : [1e6, "MB"];
  return `${Math.floor(bytes / (unit / 100)) / 100} ${name}`;
}

/** To the byte, as some providers write it. */
const exactSize = (bytes: number): string => (bytes >= 1e9 ? `${bytes / 1e9} GB` : `${bytes / 1e6} MB`);

const exact = (bytes: number): string => `${count(bytes)} bytes`;

/** The first source whose words hold this figure, as providers write it: "32 MB" for 2^25 as well. */
function sourceOf({ sources }: Limited, words: RegExp): CapSource | undefined {
  return sources.find(({ figure }) => words.test(figure));
}

function bytesNamed(bytes: number): string {
  const amounts = bytes % MIB === 0 ? `(?:${exactSize(bytes)}|${bytes / MIB} MB)` : exactSize(bytes);
  return `(?:\\b${amounts}|${count(bytes)} bytes)`;
}

/** Every limit the endpoint states, the widest first. */
export function limitRows(endpoint: Limited): readonly LimitRow[] {
  const {
    maxRequestBytes,
    maxImageBytes,
    maxUrlBytes,
    maxImages,
    maxEdgePx,
    minEdgePx,
    maxPixels,
    maxPatches,
    manyImages,
    mediaTypes,
  } = endpoint.caps;
  const rows: (LimitRow | false | undefined)[] = [
    maxRequestBytes !== undefined && {
      id: "request",
      label: "Request body",
      value: sizeOf(maxRequestBytes),
      detail: exact(maxRequestBytes),
      source: sourceOf(endpoint, new RegExp(bytesNamed(maxRequestBytes))),
    },
    maxImageBytes && {
      id: "image",
      label: "One image",
      value: sizeOf(maxImageBytes.bytes),
      detail: maxImageBytes.counted === "base64" ? "of base64 text" : "of the file",
      source: sourceOf(endpoint, new RegExp(`image: .*${bytesNamed(maxImageBytes.bytes)}`)),
    },
    maxUrlBytes !== undefined && {
      id: "url",
      label: "One image, by link",
      value: sizeOf(maxUrlBytes),
      detail: "of the file",
      source: sourceOf(endpoint, new RegExp(`by address: ${bytesNamed(maxUrlBytes)}`)),
    },
    maxImages !== undefined && {
      id: "count",
      label: "Images per request",
      value: count(maxImages),
      detail: "with earlier messages",
      source: sourceOf(endpoint, new RegExp(`\\b${maxImages} images|images: ${maxImages}\\b|Claude's ${maxImages}\\b`)),
    },
    maxEdgePx !== undefined && {
      id: "edge",
      label: "Longest side",
      value: `${count(maxEdgePx)} px`,
      source: sourceOf(endpoint, new RegExp(`\\b(?:${maxEdgePx}|${count(maxEdgePx)}) px`)),
    },
    minEdgePx !== undefined && {
      id: "least",
      label: "Shortest side",
      value: `${count(minEdgePx)} px`,
      source: sourceOf(endpoint, new RegExp(`least side: ${minEdgePx} px`)),
    },
    maxPixels !== undefined && {
      id: "pixels",
      label: "Pixels per image",
      value: count(maxPixels),
      source: sourceOf(endpoint, new RegExp(`${count(maxPixels)} pixels`)),
    },
    manyImages && {
      id: "many",
      label: `Above ${manyImages.above} images`,
      value: `${count(manyImages.maxEdgePx)} px`,
      detail: "longest side of each",
      source: sourceOf(endpoint, new RegExp(`${manyImages.maxEdgePx} px .*above ${manyImages.above} images`)),
    },
    maxPatches && {
      id: "patches",
      label: "Patches per image",
      value: count(maxPatches.count),
      detail: `of ${maxPatches.edgePx} px a side`,
      source: sourceOf(endpoint, new RegExp(`${count(maxPatches.count)} patches`)),
    },
    {
      id: "types",
      label: "Media types",
      value: mediaTypes.map((type) => type.replace("image/", "")).join(", "),
      source: sourceOf(endpoint, /types: /),
    },
    endpoint.maxFileBytes !== undefined && {
      id: "file",
      label: "Uploaded file",
      value: sizeOf(endpoint.maxFileBytes),
      detail: exact(endpoint.maxFileBytes),
      source: sourceOf(endpoint, new RegExp(`file: ${bytesNamed(endpoint.maxFileBytes)}`)),
    },
    ...documentRows(endpoint),
  ];
  return rows.filter((row) => typeof row === "object");
}

/** Of PDF files that are sent as they are. */
function documentRows(endpoint: Limited): readonly (LimitRow | false)[] {
  const { documents } = endpoint;
  if (!documents) return [];
  const { maxDocumentBytes, maxDocumentPages, maxPages, maxDocuments, countedWithImages, tokensPerPage } = documents;
  const source = sourceOf(endpoint, /^PDF: /);
  return [
    maxDocumentBytes !== undefined && {
      id: "pdf-bytes",
      label: "One PDF file",
      value: sizeOf(maxDocumentBytes),
      detail: exact(maxDocumentBytes),
      source,
    },
    maxDocuments !== undefined && {
      id: "pdf-files",
      label: "PDF files per request",
      value: count(maxDocuments),
      detail: "with earlier messages",
      source,
    },
    maxDocumentPages !== undefined && {
      id: "pdf-file-pages",
      label: "Pages of a PDF file",
      value: count(maxDocumentPages),
      source,
    },
    maxPages !== undefined && {
      id: "pdf-pages",
      label: "PDF pages per request",
      value: count(maxPages),
      source,
    },
    countedWithImages !== undefined && {
      id: "pdf-counted",
      label: "Counted as images",
      value: countedWithImages === "pages" ? "PDF pages" : "PDF files",
      source: sourceOf(endpoint, /PDFs?\b.* counted|pages count|documents? count/i),
    },
    tokensPerPage !== undefined && {
      id: "pdf-tokens",
      label: "Tokens per PDF page",
      value: `about ${count(tokensPerPage)}`,
      source: sourceOf(endpoint, /^PDF: .*tokens/),
    },
  ];
}

/** A limit and how near the request is to it. */
export interface LimitUse {
  id: "bytes" | "images" | "tokens";
  label: string;
  used: string;
  limit: string;
  /** 0 to 1 and beyond; `undefined` if there is no limit. */
  ratio: number | undefined;
}

/** How much of each limit the current request uses. Bytes and tokens are separate: neither tells anything about the other. */
export function limitUses(
  estimate: RequestEstimate,
  { endpoint, images }: { endpoint: Endpoint<unknown>; images: number },
): readonly LimitUse[] {
  const { bytes, cap, capOwner, ratio, tokens, parts } = estimate;
  const owner = capOwner === "app" ? "this app's limit" : endpoint.label;
  const { maxImages } = endpoint.caps;
  return [
    {
      id: "bytes",
      label: "Bytes",
      used: count(bytes),
      limit: capOwner === "none" ? "no published limit" : `of ${sizeOf(cap)}, ${owner}`,
      ratio: capOwner === "none" ? undefined : ratio,
    },
    {
      id: "images",
      label: "Images",
      used: count(images),
      limit: maxImages === undefined ? "no published limit" : `of ${count(maxImages)}`,
      ratio: maxImages === undefined ? undefined : images / maxImages,
    },
    {
      id: "tokens",
      label: parts.documents ? "Tokens of new images and PDF files" : "Tokens of new images",
      used: tokens && tokens.total > 0 ? count(tokens.total) : "–",
      limit: tokens ? tokens.model : "no published rule",
      ratio: undefined,
    },
  ];
}
