/**
 * Prepares pieces of a tall picture. If several are wanted they are made together, so that it is decoded once. Loaded if there
 * are any.
 */
import type { CutRequest } from "../pipeline/prepare-job.js";
import { createId } from "../shared/create-id.js";
import { abortReason } from "../shared/errors.js";
import { orAborted } from "../shared/or-aborted.js";
import type { RowRange } from "../shared/pieces.js";
import { fromPlainError } from "../shared/plain-error.js";
import { type PrepareSettings, resolveSettings } from "../shared/settings.js";
import type { Change, ImageHeader, PreparedImage, PrepareOptions } from "../shared/types.js";
import type { Pool } from "./pool.js";
import { finished, type PieceRequest, type PrepareContext, prepareWith } from "./prepare.js";

/** All pieces of one file, made by one job. */
interface Batch {
  /** The settings they are made with. */
  key: string;
  pieces: Promise<PreparedImage[]>;
  header: ImageHeader | undefined;
  /** The numbers of the pieces that were returned. */
  taken: Set<number>;
  /** How many callers wait for them. If there are none left, the job is aborted. */
  waiting: number;
  isDone: boolean;
  controller: AbortController;
}

const batches = new WeakMap<Blob, Batch>();

/** By the number of pieces: a piece that is made again, larger or smaller, shows the same part of the picture. */
const cuts = new WeakMap<Blob, Map<number, readonly RowRange[]>>();

/** Like `prepareWith`, for one piece. */
export async function preparePiece(
  pool: Pick<Pool, "run">,
  file: Blob,
  options: PrepareOptions,
  context: PrepareContext & { piece: PieceRequest },
): Promise<PreparedImage> {
  const { piece, id = createId(), onHeader } = context;
  const { signal } = options;
  if (signal?.aborted) throw abortReason(signal);
  const batch = batchFor(pool, file, options, context);
  batch.taken.add(piece.piece);
  batch.waiting += 1;
  try {
    const pieces = await orAborted(batch.pieces, signal);
    const made = pieces.length === 1 ? pieces[0]! : pieces[piece.piece - 1]!;
    if (batch.header) onHeader?.(headerOf(made, batch.header));
    if (!options.compress) return { ...made, id };
    return await compressed(pool, made, options, { ...context, id });
  } finally {
    batch.waiting -= 1;
    if (batch.waiting === 0 && !batch.isDone) batch.controller.abort();
    if (batch.taken.size === piece.of && batches.get(file) === batch) batches.delete(file);
  }
}

function batchFor(
  pool: Pick<Pool, "run">,
  file: Blob,
  options: PrepareOptions,
  { piece: { piece, of, withOthers }, imageCount = 1 }: PrepareContext & { piece: PieceRequest },
): Batch {
  const settings = resolveSettings(options, imageCount);
  const key = JSON.stringify([of, settings]);
  const known = batches.get(file);
  if (known?.key === key && !known.taken.has(piece) && !known.controller.signal.aborted) return known;
  const rows = cuts.get(file)?.get(of);
  const wanted = rows?.map((range, at) => ({ piece: at + 1, rows: range }));
  const request: CutRequest = {
    count: of,
    known: withOthers ? wanted : wanted?.filter((one) => one.piece === piece),
  };
  const controller = new AbortController();
  const batch: Batch = {
    key,
    header: undefined,
    taken: new Set(),
    waiting: 0,
    isDone: false,
    controller,
    pieces: cut(pool, file, options.compress ? lossless(settings) : settings, request, {
      signal: controller.signal,
      onHeader: (header) => (batch.header = header),
    }),
  };
  const done = () => void (batch.isDone = true);
  batch.pieces.then(done, done);
  if (withOthers) batches.set(file, batch);
  return batch;
}

async function cut(
  pool: Pick<Pool, "run">,
  file: Blob,
  settings: PrepareSettings,
  pieces: CutRequest,
  tools: { signal: AbortSignal; onHeader: (header: ImageHeader) => void },
): Promise<PreparedImage[]> {
  const startedAt = performance.now();
  const app = { decodes: [], sniffs: false, compresses: false };
  const result = await pool.run({ file, settings, app, pieces }, tools);
  if (result.status === "rejected") throw fromPlainError(result.error);
  if (result.status !== "pieces") throw new RangeError(`Asked for pieces, got "${result.status}".`);
  const { count: of, known } = pieces;
  if (!known)
    remember(
      file,
      of,
      result.images.map(({ changes }) => rowsOf(changes)),
    );
  return result.images.map((image, at) => {
    const piece = { piece: known?.[at]?.piece ?? at + 1, of, withOthers: true };
    return finished(image, file, { id: createId(), startedAt, piece });
  });
}

function remember(file: Blob, of: number, rows: readonly (RowRange | undefined)[]): void {
  const known = rows.flatMap((range) => range ?? []);
  if (known.length === of) cuts.set(file, new Map(cuts.get(file)).set(of, known));
}

function rowsOf(changes: readonly Change[]): RowRange | undefined {
  return changes.find((change) => change.code === "piece")?.rows;
}

/** The piece as a separate picture. */
function headerOf({ changes }: PreparedImage, header: ImageHeader): ImageHeader {
  const rows = rowsOf(changes);
  return { ...header, orientation: 1, frames: "one", ...(rows && { height: rows.to - rows.from }) };
}

/** The app's compressor takes files, so the piece is given to it in full quality. */
function lossless(settings: PrepareSettings): PrepareSettings {
  const limits = { ...settings.limits, maxImageBytes: Number.POSITIVE_INFINITY };
  return { ...settings, mediaType: "image/png", ifScreen: undefined, sendable: undefined, limits };
}

async function compressed(
  pool: Pick<Pool, "run">,
  piece: PreparedImage,
  options: PrepareOptions,
  { id, imageCount }: PrepareContext,
): Promise<PreparedImage> {
  const file = new File([piece.blob], piece.name, { type: piece.mediaType });
  const made = await prepareWith(pool, file, options, { ...(id && { id }), ...(imageCount && { imageCount }) });
  const earlier = piece.changes.filter(({ code }) => code !== "reencoded");
  return { ...made, source: piece.source, changes: [...earlier, ...made.changes] };
}
