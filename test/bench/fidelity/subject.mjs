/** One input with its yardstick: decoded once, the float64 reference made once a size, and the figures of any result. Large. */
import { decode, enlarge } from "./decode.mjs";
import { lumaOf, resizedLuma } from "./luma.mjs";
import { psnr } from "./psnr.mjs";
import { ssim } from "./ssim.mjs";
import { meanAccuracy, readBlocks } from "./tesseract.mjs";
import { aliasLevels } from "./zone-plate.mjs";

export async function makeSubject(input, { canRead }) {
  const source = await decode(input.file);
  const { width, height } = source;
  const sourceLuma = lumaOf(source);
  const references = new Map();
  /** A method that rounds its sides otherwise is held against the reference of its own size. */
  const referenceOf = (size) => {
    const key = `${size.width}x${size.height}`;
    if (!references.has(key)) references.set(key, resizedLuma(source, size));
    return references.get(key);
  };
  return {
    size: { width, height },
    /** Of a finished file. Decibels of luma; `backDb` is of the result enlarged, against the original. */
    async figuresOf(file) {
      const result = await decode(file);
      const luma = lumaOf(result);
      const size = { width: result.width, height: result.height };
      const reference = referenceOf(size);
      const back = lumaOf(await enlarge(result, { width, height }));
      const read = input.blocks && canRead && (await readBlocks(file, input.blocks));
      return {
        ...size,
        bytes: file.length,
        psnrDb: psnr(luma, reference),
        ssim: ssim(luma, reference, size),
        backDb: psnr(back, sourceLuma),
        ...(input.kind === "zone-plate" && { aliasLevels: aliasLevels(luma, size, { width, height }) }),
        ...(read && { accuracy: meanAccuracy(read), blocks: read }),
      };
    },
  };
}
