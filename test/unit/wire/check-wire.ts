/** One table of what is sent through an SDK, and what must be true of what arrives. */
import { describe, expect, test } from "vitest";
import type { Endpoint } from "../../../src/shared/endpoint.js";
import { estimateRequest } from "../../../src/meter/estimate-request.js";
import type { LinkedImage } from "../../../src/shared/types.js";
import { preparedDocument, preparedImage } from "../../fixtures/prepared-image.js";
import type { RecordingServer } from "./recording-server.js";

const TEXTS = {
  plain: "What is this?",
  accents: "Où est-ce ? ñ ü ß 你好",
  emoji: "👩‍👩‍👧 🏳️‍🌈",
  escapes: 'quote " backslash \\ newline \n tab \t nul \u0000',
  surrogate: "half \ud83d of one",
};
const SIZES = { none: [], tiny: [10], photos: [212_345, 180_001, 99_998], large: [3_932_160, 3_932_159] };

/** Some SDKs copy a body several times over; a busy machine takes its time. */
const SENDING_MS = 60_000;

export interface Wire {
  name: string;
  endpoint: Endpoint<unknown>;
  /** What the SDK's client sends: the body the app's `request` returns, blocks as the SDK takes them. */
  body: (blocks: readonly unknown[], text: string) => object;
  send: (body: object) => Promise<unknown>;
  /** The endpoint whose blocks stand on the wire, where the SDK rewrites them. @default `endpoint` */
  onWire?: Endpoint<unknown>;
}

export function checkWires(wires: readonly Wire[], server: () => RecordingServer): void {
  describe.each(wires)("$name", ({ endpoint, body, send, onWire = endpoint }) => {
    test.each(Object.keys(SIZES) as (keyof typeof SIZES)[])(
      "Content-Length is the meter's figure: %s images",
      async (size) => {
        const images = SIZES[size].map((bytes) => preparedImage({ bytes }));
        const blocks = images.map((image) => endpoint.toBlock(image));
        for (const text of size === "tiny" ? Object.values(TEXTS) : [TEXTS.plain]) {
          const estimate = estimateRequest({ endpoint, images, request: (given) => body(given, text) });
          await send(body(blocks, text));
          const arrived = server().last();
          expect(arrived.contentLength).toBe(estimate.bytes);
          expect(arrived.receivedBytes).toBe(estimate.bytes);
          expect(arrived.transferEncoding).toBeUndefined();
          expect(arrived.body).toEqual(
            body(
              images.map((image) => onWire.toBlock(image)),
              text,
            ),
          );
          expect(estimate.exact).toBe(true);
        }
      },
      SENDING_MS,
    );

    test.runIf(endpoint.documents)(
      "and its figure: a PDF among images, whose bytes arrive as they are",
      async () => {
        const bytes = Uint8Array.from({ length: 50_000 }, (_, at) => (at * 31) % 251);
        const base64 = Buffer.from(bytes).toString("base64");
        const pdf = preparedDocument({ bytes: bytes.length, base64, name: "Überblick (2).pdf" });
        const image = preparedImage({ bytes: 1000 });
        const blocksOf = ({ toBlock, documents }: Endpoint<unknown>) => [toBlock(image), documents?.toBlock(pdf)];
        const request = (given: readonly unknown[]) => body(given, TEXTS.accents);
        const estimate = estimateRequest({ endpoint, images: [image, pdf], request });
        await send(request(blocksOf(endpoint)));
        const arrived = server().last();
        expect(arrived.contentLength).toBe(estimate.bytes);
        expect(arrived.body).toEqual(request(blocksOf(onWire)));
        const found = /"(?:data:application\/pdf;base64,)?([A-Za-z0-9+/]{60000,}=*)"/.exec(arrived.text)?.[1];
        expect(Buffer.from(found ?? "", "base64").equals(bytes)).toBe(true);
      },
      SENDING_MS,
    );

    if (!endpoint.urlBlock) return;
    test(
      "and its figure: an image by its address among others",
      async () => {
        const link: LinkedImage = {
          url: new URL("https://pictures.example.com/ü/photo.png?sig=a+b%2F").href,
          mediaType: "image/png",
        };
        const image = preparedImage({ bytes: 1000 });
        const blocksOf = ({ toBlock, urlBlock }: Endpoint<unknown>) => [
          urlBlock?.(link.url, "image/png"),
          toBlock(image),
        ];
        const estimate = estimateRequest({
          endpoint,
          images: [link, image],
          request: (given) => body(given, TEXTS.accents),
        });
        await send(body(blocksOf(endpoint), TEXTS.accents));
        const arrived = server().last();
        expect(arrived.contentLength).toBe(estimate.bytes);
        expect(arrived.body).toEqual(body(blocksOf(onWire), TEXTS.accents));
      },
      SENDING_MS,
    );
  });
}
