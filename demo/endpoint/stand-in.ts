import type { Endpoint } from "vision-dropzone/core";
import { endpointFor } from "../targets/token-model.js";
import type { DocumentFacts } from "./document-part.js";
import type { FileStore } from "./files-store.js";
import type { Reply, RouteRequest } from "./http-types.js";
import type { RequestContent } from "./image-part.js";
import type { ProviderName } from "./provider-names.js";
import { receipt } from "./receipt.js";
import type { TakenImage } from "./receipt.js";
import type { Refusal } from "./refusal.js";
import { takeDocuments } from "./take-documents.js";
import { takeImages } from "./take-images.js";
import type { Take } from "./take-images.js";
import { applyDamage, limitsOf } from "./trials.js";
import { plainWords } from "./violation.js";
import type { Violation } from "./violation.js";

/** A batch that was accepted, answered at once, and waits for its results to be requested. */
export interface StoredBatch {
  /** Its API's description of it once it is done. */
  done: object;
  /** One JSON object a line, where the API hands results out by the batch's own id. */
  results: string;
}

/** What the server remembers between requests. */
export interface Memory {
  store: FileStore;
  batches: Map<string, StoredBatch>;
}

export type RouteAnswer = Reply | Refusal | Violation;

/** One route of a provider's API. */
export interface Route {
  method: "GET" | "POST";
  /** Below the provider's prefix; may hold named groups. */
  path: RegExp;
  /** The endpoint whose caps apply: the package's own constant. Absent for a route that takes no images. */
  endpoint?: Endpoint<unknown>;
  /** The body is a file and not JSON, with this cap in bytes. */
  maxFileBytes?: number | undefined;
  answer: (request: RouteRequest, memory: Memory) => RouteAnswer | Promise<RouteAnswer>;
}

/** A provider's API as the demo answers it: data, and pure functions for its words and shapes. */
export interface StandIn {
  name: ProviderName;
  routes: readonly Route[];
  /** What the provider says when this limit is exceeded, if that is documented; else `undefined`. */
  words: (violation: Violation) => Refusal | undefined;
  /** A refusal in the provider's envelope. */
  envelope: (refusal: Refusal) => Reply;
}

/** An answered request, before it takes a provider's shape. */
export interface Answered {
  model: string;
  text: string;
  inputTokens: number;
  outputTokens: number;
}

/** A generous rule of thumb for English; the text does not matter here. */
const CHARACTERS_A_TOKEN = 4;
const FRAME_TOKENS = 3;

const textTokens = (characters: number): number => Math.ceil(characters / CHARACTERS_A_TOKEN);

/** Counted by the package's own rule for that model; none if no rule is published, and for images that were not fetched. */
function inputTokens(
  endpoint: Endpoint<unknown>,
  { model, textCharacters }: RequestContent,
  taken: readonly TakenImage[],
  documents: readonly DocumentFacts[],
): number {
  const { tokenModel, documents: { tokensPerPage = 0 } = {} } = endpointFor(endpoint, model);
  const images = taken.map((image) => (image.from === "url" ? 0 : (tokenModel?.tokens(image.header) ?? 0)));
  const pages = documents.map(({ pageCount = 1 }) => pageCount * tokensPerPage);
  return [...images, ...pages].reduce((sum, tokens) => sum + tokens, textTokens(textCharacters) + FRAME_TOKENS);
}

export interface Judged extends Pick<Take, "endpoint" | "labels"> {
  content: RequestContent;
  request: Pick<RouteRequest, "bodyBytes" | "trials">;
  store: FileStore;
  what?: "body" | "batch file";
}

/** Checks a request against the endpoint's rules, and writes the receipt. */
export async function judge({
  endpoint,
  labels,
  content,
  request,
  store,
  what,
}: Judged): Promise<Answered | Violation> {
  const { bodyBytes, trials } = request;
  const limits = limitsOf(endpoint, trials);
  const taken = await takeImages(applyDamage(content.images, trials), { endpoint, limits, labels, store });
  if ("kind" in taken) return taken;
  const documents = takeDocuments(content.documents, { endpoint, limits, images: taken.length });
  if ("kind" in documents) return documents;
  const tokens = inputTokens(endpoint, content, taken, documents);
  if (tokens > limits.maxInputTokens) return { kind: "tokens", tokens, limit: limits.maxInputTokens };
  const text = receipt({ images: taken, documents, bytes: bodyBytes }, what);
  return { model: content.model, text, inputTokens: tokens, outputTokens: textTokens(text.length) };
}

interface ChatRoute extends Pick<Take, "labels"> {
  path: RegExp;
  endpoint: Endpoint<unknown>;
  /** What the body contains, or what is wrong with it. Pure. */
  read: (body: unknown, groups: RouteRequest["groups"]) => RequestContent | Refusal;
  /** The answer in the provider's shape. Pure but for ids and the time. */
  shape: (answered: Answered) => unknown;
}

/** The kind that nearly all routes are: one body in, one answer out. */
export function chatRoute({ path, endpoint, labels, read, shape }: ChatRoute): Route {
  return {
    method: "POST",
    path,
    endpoint,
    async answer(request, { store }) {
      const content = read(request.body, request.groups);
      if ("status" in content) return content;
      const answered = await judge({ endpoint, labels, content, request, store });
      return "kind" in answered ? answered : { status: 200, body: shape(answered) };
    },
  };
}

/** Turns a route's result into a reply. */
export function replyOf({ words, envelope }: Pick<StandIn, "words" | "envelope">, answer: RouteAnswer): Reply {
  if ("kind" in answer) return envelope(words(answer) ?? plainWords(answer));
  return "message" in answer ? envelope(answer) : answer;
}
