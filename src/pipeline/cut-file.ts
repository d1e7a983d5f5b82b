/** Cuts a tall picture into pieces, each of which goes on as a picture of its own. It is decoded once. */
import { problemError } from "../formats/problem-error.js";
import type { EncodeOutcome } from "../pixels/encode-job.js";
import { boxFor } from "../shared/fit.js";
import { quoteSize } from "../shared/format-figures.js";
import { sizeToCut, sizeToCutAgain } from "../shared/pieces.js";
import type { ImageHeader, Size } from "../shared/types.js";
import { throwIfProblem, validateHeader } from "../shared/validate.js";
import { PARTLY_DECODED } from "./encode-file.js";
import { encodeError, undecodable } from "./encode-error.js";
import { encodeJobFor } from "./encode-job-for.js";
import type { CutRequest } from "./prepare-job.js";
import type { Normalized } from "./stages.js";
import { verifyComplete } from "./verify-complete.js";

/** From top to bottom. Rejects as `encodeFile` does. */
export async function cutFile(normalized: Normalized, request: CutRequest): Promise<Normalized[]> {
  const { header, truncated, registry } = normalized;
  const { pieces, alpha, from } = await verifyComplete(normalized, () => cut(normalized, header, request));
  if (alpha && header.alpha === false && registry.formatOf(header.mediaType)?.facts?.isOpacityCertain && !truncated)
    throw problemError(PARTLY_DECODED, header);
  return pieces.map(({ pixels, rows }, at): Normalized => {
    const { width, height } = pixels;
    return {
      ...normalized,
      header: { ...header, width, height, orientation: 1, frames: "one", alpha: undefined },
      pixels,
      by: "cut",
      piece: { piece: request.known?.[at]?.piece ?? at + 1, of: request.count, rows, width: from.width },
    };
  });
}

interface CutFile extends Extract<EncodeOutcome, { status: "cut" }> {
  /** Size of the picture that was cut, upright. */
  from: Size;
}

async function cut(
  normalized: Normalized,
  header: ImageHeader,
  request: CutRequest,
  isSizeDecoded = false,
): Promise<CutFile> {
  const { reader, original, settings, by, registry, encode } = normalized;
  const { box, mediaType, quality } = settings;
  const { count } = request;
  const rows = request.known?.map((piece) => piece.rows);
  const target = rows ? sizeToCutAgain(header, box, rows) : sizeToCut(header, box, count);
  const animation = header.frames === "many" ? (by ? reader.blob : original.blob) : undefined;
  const colours = await registry.readColours(reader, header.mediaType);
  const job = encodeJobFor(
    { file: reader.blob, header, animation, colours },
    { target, mediaType, quality },
    normalized,
  );
  const outcome = await encode({ ...job, cut: { count, rows, maxRows: boxFor(header, box).height } });
  switch (outcome.status) {
    case "cut":
      return { ...outcome, from: { width: header.width, height: header.height } };
    case "wrong-size": {
      const { width, height } = outcome;
      if (isSizeDecoded || header.mediaType === "image/jpeg")
        throw undecodable(
          header,
          registry,
          `its header says ${quoteSize(header)}, it decodes to ${quoteSize({ width, height })}`,
        );
      const decodedHeader: ImageHeader = { ...header, width, height, orientation: 1 };
      throwIfProblem(validateHeader(decodedHeader, settings.limits));
      return cut(normalized, decodedHeader, request, true);
    }
    case "failed":
      throw encodeError(outcome, header, normalized);
    case "encoded":
      throw new RangeError("The picture was encoded in one piece, although pieces were asked for.");
  }
}
