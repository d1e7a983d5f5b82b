/** Bytes of a request body and of its parts. The app's `request` sees blocks with empty payloads; their lengths are added. */
import { base64Length } from "../shared/base64.js";
import type { Endpoint } from "../shared/endpoint.js";
import type { FormerNames } from "../shared/former-names.js";
import { checkCall } from "../shared/errors.js";
import { isObject, tagOf } from "../shared/platform-types.js";
import { resolveSettings } from "../shared/settings.js";
import type { ImageHeader, LinkedImage, PreparedImage, SentPart } from "../shared/types.js";
import { isDocument } from "./document-places.js";
import { expectedBytes } from "./expected-bytes.js";
import { type ImageBlock, imageBlock, isLinked, wireSize } from "./image-block.js";
import { measureJson } from "./measure-json.js";
import type { StringSizes } from "./string-sizes.js";
import type { RequestEstimate, UploadCounts } from "./types.js";

/** An image that is still being worked on. */
export interface PendingImage {
  header?: ImageHeader | undefined;
  /** The expected bytes of the finished image; derived from the header if left out. */
  expectedBytes?: number | undefined;
}

export interface EstimateInput<B> extends FormerNames {
  endpoint: Endpoint<B>;
  /** In order; `{ url }` is an image that is sent by its address, for an endpoint with a `urlBlock`. */
  images: readonly SentPart[];
  pending?: readonly (PendingImage | LinkedImage)[] | undefined;
  /** The body the app will send with these blocks, as an object, not as text. @default the endpoint's smallest body */
  request?: ((blocks: B[]) => unknown) | undefined;
  /** The app's own limit on the body, in bytes. */
  maxRequestBytes?: number | undefined;
  /**
   * Most tokens that one request may have, images and conversation together: a model's context, or the tokens a minute of the account
   * (GitHub Models: 8,000). Of no effect on an endpoint without a `tokenModel`.
   */
  maxTokensPerRequest?: number | undefined;
  /** Tokens of the text and of earlier images, as the app counts or estimates them. @default 0: only the images here are counted */
  conversationTokens?: number | undefined;
  /** Images of earlier messages, which the endpoint counts as well. @default 0 */
  earlierImageCount?: number | undefined;
  /** The most images that the app takes; used only for how many more fit. */
  maxFiles?: number | undefined;
  /** File ids by image id: these images are sent by reference. */
  fileIds?: ReadonlyMap<string, string> | undefined;
  /** How uploads to the provider went, for the advice. Left out if the app uploads nothing. */
  uploads?: UploadCounts | undefined;
  /** Quality the pending images are made with. @default 0.85 */
  quality?: number | undefined;
  /** For repeated estimates: keeps the sizes of the conversation's long strings between calls. */
  strings?: StringSizes | undefined;
}

/** Throws `TypeError` as `estimateRequest` does. */
export function requestBytes<B>(input: EstimateInput<B>): Pick<RequestEstimate, "bytes" | "parts"> {
  const { endpoint } = input;
  const ready = input.images.map((image) =>
    imageBlock(image, endpoint, isLinked(image) ? undefined : input.fileIds?.get(image.id)),
  );
  const guesses = guessBlocks(input);
  const occurrences = new Map<object, number>();
  const emptyBlocks = [...ready, ...guesses].map(({ empty }) => empty);
  for (const empty of emptyBlocks) if (isObject(empty)) occurrences.set(empty, 0);
  const onObject = (value: object, jsonBytes: () => number) => {
    const seen = occurrences.get(value);
    if (seen !== undefined) occurrences.set(value, seen + 1);
    return endpoint.wireBytes?.(value, jsonBytes);
  };
  const emptyBytes = measureJson(bodyWith(emptyBlocks, input), { onObject, strings: input.strings });
  // A block that the app copied cannot be found by identity; it is counted once, as the app received it.
  const times = (empty: B) => (isObject(empty) ? Math.max(1, occurrences.get(empty) ?? 1) : 1);
  const sums = (blocks: typeof ready) => {
    const sum = { payload: 0, all: 0 };
    for (const { empty, payloadBytes, bytes } of distinct(blocks)) {
      sum.payload += payloadBytes * times(empty);
      sum.all += bytes * times(empty);
    }
    return sum;
  };
  const all = sums([...ready, ...guesses]);
  const readyBytes = (areDocuments: boolean) =>
    sums(ready.filter((_, index) => isDocument(input.images[index]!) === areDocuments)).all;
  const documents = readyBytes(true);
  const bytes = emptyBytes + all.payload;
  const parts = { images: readyBytes(false), ...(documents && { documents }), pending: sums(guesses).all };
  return { bytes, parts: { conversation: bytes - all.all, ...parts } };
}

/** An image given twice gives the same block, found twice. */
function distinct<B>(blocks: ImageBlock<B>[]): ImageBlock<B>[] {
  const met = new Set<B>();
  return blocks.filter(({ empty }) => !isObject(empty) || (!met.has(empty) && met.add(empty)));
}

function bodyWith<B>(blocks: B[], { endpoint, request }: EstimateInput<B>): unknown {
  let body: unknown;
  try {
    body = request ? request(blocks) : endpoint.request(blocks);
  } catch (cause) {
    throw new TypeError(
      `vision-dropzone: request(blocks) threw while the meter measured: ${String(cause)}. It must only build the body.`,
      { cause },
    );
  }
  // By its tag, since it may be of another window. A block in text is not found, and the JSON of a promise or a `FormData` is "{}".
  checkCall(
    ["Object", "Array"].includes(tagOf(body)) || "toJSON" in Object(body),
    `request(blocks) must return the body as an object, before JSON.stringify, not ${tagOf(body)}.`,
  );
  return body;
}

/** Blocks like those the images will have, so that only the payload is a guess and everything around it is exact. */
function guessBlocks<B>({ endpoint, pending = [], quality }: EstimateInput<B>): ImageBlock<B>[] {
  // All stand-ins of an endpoint have the same size, so it is measured once, not for each of five hundred images.
  let wrapping: number | undefined;
  return pending.map((image) => {
    if (isLinked(image)) return imageBlock(image, endpoint);
    const empty = endpoint.toBlock(STAND_IN);
    wrapping ??= wireSize(empty, endpoint);
    const payloadBytes = base64Length(
      image.expectedBytes ?? expectedBytes(image.header, resolveSettings({ endpoint, quality })),
    );
    return { block: empty, empty, payloadBytes, bytes: wrapping + payloadBytes };
  });
}

const STAND_IN: PreparedImage = {
  id: "pending",
  name: "image.jpg",
  blob: /* @__PURE__ */ new Blob(),
  base64: "",
  mediaType: "image/jpeg",
  width: 1,
  height: 1,
  bytes: 0,
  source: { name: "image.jpg", mediaType: "image/jpeg", width: 1, height: 1, orientation: 1, bytes: 0 },
  changes: [],
  durationMs: 0,
  engine: "none",
};
