/** Compares the estimate of a whole request with the request itself. */
import fc from "fast-check";
import { toBlock } from "../../../src/meter/to-block.js";
import { estimateRequest } from "../../../src/meter/estimate-request.js";
import { preparedImage } from "../../fixtures/prepared-image.js";
import { type FuzzTarget, isCount, must } from "../fuzz-target.js";
import { anyHeader, someEndpoints } from "./plan.js";

const encoder = new TextEncoder();

/** Those whose official SDK sends another text than JSON have tests on the wire of their own. */
const plain = someEndpoints.filter((endpoint) => endpoint.wireBytes === undefined);

const anyImage = fc
  .record({
    bytes: fc.nat(3_000),
    mediaType: fc.constantFrom("image/jpeg" as const, "image/png", "image/webp", "image/gif"),
    name: fc.string({ unit: "binary" }),
    width: fc.integer({ min: 1, max: 4_000 }),
    height: fc.integer({ min: 1, max: 4_000 }),
  })
  .map((partial) => preparedImage(partial));

/** How an app may lay blocks into its body. */
const LAYOUTS: readonly ((blocks: unknown[], text: unknown) => unknown)[] = [
  (blocks, text) => ({ messages: [{ role: "user", content: [...blocks, { type: "text", text }] }] }),
  (blocks, text) => ({ text, blocks, again: blocks }),
  (blocks, text) => ({ text, first: blocks[0], reversed: blocks.toReversed() }),
  (blocks, text) => [text, blocks.map((block) => ({ block })), blocks.slice(1)],
  (blocks) => blocks.map((block) => ({ ...(block as object) })),
];

export const request: FuzzTarget = {
  name: "estimateRequest",
  share: 40,
  property: () =>
    fc.property(
      fc.constantFrom(...plain),
      fc.array(anyImage, { maxLength: 4 }),
      fc.constantFrom(...LAYOUTS),
      fc.jsonValue(),
      fc.array(fc.record({ header: fc.option(anyHeader, { nil: undefined }) }), { maxLength: 2 }),
      fc.option(fc.nat(100_000), { nil: undefined }),
      (endpoint, images, lay, text, pending, cap) => {
        // A block that is a text (Ollama's) is not known again: it counts once, as endpoints take it.
        const isText = images.some((image) => typeof toBlock(image, endpoint) === "string");
        const compose = (blocks: unknown[]) => (isText ? { images: blocks, text } : lay(blocks, text));
        const exact = estimateRequest({ endpoint, images, request: compose, maxRequestBytes: cap });
        const wanted = encoder.encode(JSON.stringify(compose(images.map((image) => toBlock(image, endpoint))))).length;
        must(
          exact.bytes === wanted && exact.exact,
          () => `${exact.bytes} bytes estimated, ${wanted} sent to ${endpoint.id}`,
        );
        const guessed = estimateRequest({ endpoint, images, pending, request: compose, maxRequestBytes: cap });
        for (const { bytes, parts, ratio, imagesThatStillFit, advice, level } of [exact, guessed]) {
          const said = () => JSON.stringify({ bytes, parts, ratio, imagesThatStillFit, advice, level });
          must(isCount(bytes) && isCount(parts.images) && isCount(parts.pending), said);
          must(parts.conversation + parts.images + parts.pending === bytes, said);
          must(ratio >= 0 && (isCount(imagesThatStillFit) || imagesThatStillFit === Number.POSITIVE_INFINITY), said);
          must(
            advice.every(({ message }) => message !== "" && !/NaN|undefined|Infinity/.test(message)),
            said,
          );
        }
      },
    ),
};
