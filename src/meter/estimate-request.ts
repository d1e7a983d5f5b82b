/** The request's size before it is sent: bytes, limits, tokens, advice. */
import { base64Length } from "../shared/base64.js";
import { checkEndpoint } from "../shared/check-endpoint.js";
import { DEFAULT_BOX, DEFAULT_QUALITY } from "../shared/defaults.js";
import type { BlockOf, Endpoint } from "../shared/endpoint.js";
import { listOf } from "../shared/list-of.js";
import type { PreparedDocument, PreparedImage } from "../shared/types.js";
import { withCurrentNames } from "../shared/former-names.js";
import { isDocument, placesOf } from "./document-places.js";
import { isLinked } from "./image-block.js";
import { adviceFor, resampleAdvice, tokenAdvice } from "./advice.js";
import { usualBytes } from "./expected-bytes.js";
import { imageFigures } from "./image-figures.js";
import { type EstimateInput, requestBytes } from "./request-bytes.js";
import type { LimitKind, MeterLevel, RequestEstimate } from "./types.js";

/** From here on the level is `near`: room for a question and an answer should remain. */
const NEAR_RATIO = 0.8;

/**
 * The size in bytes of the request with these images, exact if nothing is pending. `request` is called with blocks whose payload
 * is empty; the payloads' lengths are added wherever a block is used. Throws `TypeError` for what is no endpoint and no list of
 * prepared images, if `request` throws or returns anything but an object with JSON (text, a promise), and for an image by address if
 * the endpoint has no `urlBlock`.
 */
export function estimateRequest<B>(input: EstimateInput<B>): RequestEstimate;
export function estimateRequest<E extends Endpoint<unknown>>(
  input: EstimateInput<BlockOf<E>> & { endpoint: E },
): RequestEstimate;
export function estimateRequest(given: EstimateInput<unknown>): RequestEstimate {
  const { images, endpoint } = Object(given) as EstimateInput<unknown>;
  checkEndpoint(endpoint);
  listOf("estimateRequest", images, "prepared images, or { url } for one by address", isSendable);
  return estimateChecked(withCurrentNames(given));
}

function isSendable(image: unknown): boolean {
  const fields = Object(image) as object;
  return "base64" in fields || "url" in fields;
}

/** For the queue, which checked its options and estimates at each keystroke. */
export function estimateChecked<B>(input: EstimateInput<B>): RequestEstimate {
  const { endpoint, images, pending = [], earlierImageCount = 0, maxFiles = Number.POSITIVE_INFINITY } = input;
  const { bytes, parts } = requestBytes(input);
  const { cap, capOwner } = smallestCap(endpoint, input.maxRequestBytes);
  const documents = images.filter(isDocument);
  const listed = images.length + pending.length;
  const count = documents.reduce((sum, one) => sum + placesOf(one, endpoint), listed - documents.length);
  const places = endpoint.caps.maxImages ?? Number.POSITIVE_INFINITY;
  const placesLeft = places - count - earlierImageCount;
  const ratio = bytes / cap;
  const prepared = images.filter((image): image is PreparedImage => "width" in image);
  // An address or a file id is no measure of a photo, and removing one hardly helps a request that is too large.
  const underWay = pending.filter((image) => !isLinked(image)).length;
  const heavy = prepared.filter(({ id }) => !input.fileIds?.has(id)).length + underWay;
  const imageBytes =
    heavy === 0 ? base64Length(usualBytes(input.quality ?? DEFAULT_QUALITY)) : (parts.images + parts.pending) / heavy;
  const tokens = tokensOf(prepared, documents, input);
  const use = tokenUse(tokens, underWay, endpoint);
  const ratios = {
    bytes: ratio,
    images: (count + earlierImageCount) / places,
    tokens: use.total / use.limit,
  };
  const fullest = Math.max(ratios.bytes, ratios.tokens);
  const level: MeterLevel = fullest > 1 || placesLeft < 0 ? "over" : fullest >= NEAR_RATIO ? "near" : "ok";
  const roomForTokens = use.limit === Number.POSITIVE_INFINITY ? use.limit : (use.limit - use.total) / use.perImage;
  const imagesThatStillFit = Math.max(
    0,
    Math.floor(Math.min((cap - bytes) / imageBytes, placesLeft, maxFiles - listed, roomForTokens)),
  );
  const isTight = ratio >= NEAR_RATIO || placesLeft < 0;
  const facts = {
    endpoint,
    bytes,
    cap,
    capOwner,
    imageBytes: (bytes - parts.conversation) / (heavy + documents.length),
    count: heavy + documents.length,
    documents: documents.length,
    surplusImages: Math.max(0, -placesLeft),
    uploads: input.uploads,
  };
  const counted = documents.length - (tokens?.uncountedDocuments ?? 0);
  const made = tokens?.total ?? 0;
  const forTokens = tokenAdvice({ ...use, made, count: prepared.length + counted, documents: counted });
  const advice = [...(isTight ? adviceFor(facts) : []), ...forTokens, ...resampleAdvice(prepared, endpoint)];
  const covers = input.request ? "request" : "images";
  const limitedBy = tightest(ratios);
  return {
    bytes,
    cap,
    capOwner,
    ratio,
    level,
    ...(limitedBy && { limitedBy }),
    exact: pending.length === 0,
    covers,
    parts,
    imagesThatStillFit,
    ...(tokens && { tokens }),
    advice,
  };
}

/** `undefined` if nothing is limited. */
function tightest(ratios: Readonly<Record<LimitKind, number>>): LimitKind | undefined {
  let found: LimitKind | undefined;
  for (const kind of ["bytes", "images", "tokens"] as const)
    if (ratios[kind] > (found ? ratios[found] : 0)) found = kind;
  return found;
}

/** Images under way count as the average of those that are ready, or as one that fills the default box. */
function tokenUse(tokens: RequestEstimate["tokens"], underWay: number, { tokenModel, tokenDetail }: Endpoint<unknown>) {
  if (!tokens || !tokenModel) return { total: 0, limit: Number.POSITIVE_INFINITY, perImage: 0 };
  const { perImage: made, total, conversation, limit = Number.POSITIVE_INFINITY } = tokens;
  const perImage = made.length > 0 ? sum(made) / made.length : tokenModel.tokens(DEFAULT_BOX, tokenDetail);
  return { total: total + conversation + underWay * perImage, limit, perImage };
}

const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);

function smallestCap(endpoint: Endpoint<unknown>, appCap: number | undefined) {
  const theirs = endpoint.caps.maxRequestBytes ?? Number.POSITIVE_INFINITY;
  const ours = appCap ?? Number.POSITIVE_INFINITY;
  const cap = Math.min(theirs, ours);
  const capOwner: RequestEstimate["capOwner"] =
    cap === Number.POSITIVE_INFINITY ? "none" : ours < theirs ? "app" : "endpoint";
  return { cap, capOwner };
}

function tokensOf<B>(
  images: readonly PreparedImage[],
  pdfs: readonly PreparedDocument[],
  {
    images: { length },
    endpoint: { tokenModel, tokenDetail, documents },
    conversationTokens: conversation = 0,
    maxTokensPerRequest: limit,
  }: EstimateInput<B>,
): RequestEstimate["tokens"] {
  if (!tokenModel) return undefined;
  const perImage = images.map((image) => imageFigures(image, tokenModel, tokenDetail).tokens);
  const ofPdfs = pdfs.flatMap(({ pageCount }) => (pageCount ?? 0) * (documents?.tokensPerPage ?? 0) || []);
  return {
    total: sum(perImage) + sum(ofPdfs),
    perImage,
    model: tokenModel.label,
    uncounted: length - images.length - pdfs.length,
    uncountedDocuments: pdfs.length - ofPdfs.length || undefined,
    conversation,
    ...(limit !== undefined && { limit }),
  };
}
