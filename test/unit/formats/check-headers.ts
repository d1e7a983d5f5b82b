import { expect, test } from "vitest";
import { inspectImage } from "../../../src/formats/inspect-image.js";
import type { ImageHeader } from "../../../src/shared/types.js";
import type { Bytes } from "../../fixtures/bytes/write.js";

export const inspect = (bytes: Bytes) => inspectImage(new Blob([bytes]));

export type HeaderCase = readonly [name: string, bytes: Bytes, expected: Partial<ImageHeader>];

/** One test a case: what the header of these bytes says, as far as `expected` goes. */
export const checkHeaders = (cases: readonly HeaderCase[]) =>
  test.each(cases)("%s", async (_, bytes, expected) => {
    expect(await inspect(bytes)).toMatchObject({ bytes: bytes.length, ...expected });
  });
