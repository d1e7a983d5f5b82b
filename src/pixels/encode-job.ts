/** The interface of `pixels/`: one job, one outcome. */
import type { Colours } from "../formats/icc/colours.js";
import type { RowRange } from "../shared/pieces.js";
import type { MediaType, Orientation, SentMediaType, Size } from "../shared/types.js";

/** A picture that is already decoded, upright, in sRGB unless it says otherwise. */
export type Pixels = PlainPixels | ImageBitmap;

/** As `ImageData` has them. Chromium and WebKit copy an `ImageData` that is posted, also if its buffer is transferred; this they do not. */
export type PlainPixels = Pick<ImageData, "width" | "height" | "data" | "colorSpace">;

export interface EncodeJob {
  file: Blob;
  /** Used in place of the file, and not modified. */
  pixels?: Pixels | undefined;
  /** Found from the bytes: a decoder may need the true type. */
  mediaType: MediaType;
  /** Upright size and orientation as the header states them; 0x0 if it states none. */
  source: Size & { orientation: Orientation };
  /** Every decoder makes a picture of this size, so a smaller one may be requested, although that hides the real size. @default false */
  isSizeCertain?: boolean;
  /** The file's colour space, for formats whose colour space some browsers ignore. */
  colours?: Colours | undefined;
  /** Upright size of the result, at least 1x1, never larger than the source. */
  target: Size;
  output: { mediaType: SentMediaType; quality: number; background: string };
  /** Other types to encode as well; the smallest file is the outcome. @default none */
  orAs?: readonly SentMediaType[] | undefined;
  /**
   * Upright size to pad the result to if the picture is too small: it is centred, and the rest is filled with the background.
   * @default no padding
   */
  paddedTo?: Size | undefined;
  /** A file larger than this, in bytes, will be encoded again, so its pixels are kept for `again`. @default Infinity */
  maxBytes?: number | undefined;
  /** Whether the outcome has the picture's planes, if our own encoder writes it. @default false */
  keepsPlanes?: boolean | undefined;
  /** Whether to detect from the pixels that the picture shows a screen. @default false */
  wantsKind?: boolean;
  /**
   * The original with all its frames, if it is an animation. If the first frame has only one colour, a later one is used, where
   * the browser can decode single frames.
   */
  animation?: Blob | undefined;
  /** The picture has too many pixels to be held in memory: only a strategy that decodes row by row may be used. */
  mustStream?: boolean;
  /** The picture is scaled to `target`, then cut instead of encoded. */
  cut?: Cut | undefined;
  /** Time limit for each wait for a decoder or encoder, in milliseconds. */
  timeoutMs: number;
  signal?: AbortSignal;
}

/** How a picture is cut. */
export interface Cut {
  /** The number of pieces. */
  count: number;
  /** The most rows of a piece, as it is sent. */
  maxRows: number;
  /** Cuts made before, in rows of the original: the pieces that are wanted. */
  rows?: readonly RowRange[] | undefined;
}

export interface CutPiece {
  pixels: Pixels;
  /** The size of the original. */
  rows: RowRange;
}

export type EncodeFailure =
  /** No strategy could decode it. */
  | "undecodable"
  /** The browser decodes no files of this format. */
  | "unsupported"
  /** A decoder or encoder did not answer in time. */
  | "timeout"
  /** It decoded to transparent pixels only, which WebKit returns for damaged files. */
  | "blank"
  /** The browser could not allocate or encode the canvas, or returned another type than requested. */
  | "unencodable";

/** Facts that show whether a picture is complete. */
export interface DecodeFacts {
  /** Decoded by a strategy that rejects damaged files. */
  isComplete?: boolean | undefined;
  /** The last decoded row has more in it than decoders leave when they give up. `false`: unknown. */
  isLastRowDrawn?: boolean | undefined;
  /** All pixels have the same colour. */
  isOneColour?: boolean | undefined;
  /** It shows a screen or a page of text; set only if that was requested (`wantsKind`). */
  isScreen?: boolean | undefined;
}

export type EncodeOutcome =
  /**
   * `bytes`: size of the whole file. `alpha`: transparent pixels were there before they were flattened. `frameIndex`: which frame
   * of an animation.
   */
  | ({
      status: "encoded";
      bytes: Uint8Array<ArrayBuffer>;
      mediaType: SentMediaType;
      alpha: boolean;
      frameIndex?: number;
      backend: string;
      /** The other file that was encoded, and was larger: its type, and its size in bytes. `quality`: that of the outcome. */
      insteadOf?: { mediaType: SentMediaType; bytes: number; quality: number } | undefined;
      /** Given if `keepsPlanes` asks for it: our encoder writes the same file from them, and files of other qualities. */
      planes?: Uint8Array<ArrayBuffer> | undefined;
      /** Given if the outcome is larger than `maxBytes`: encodes the same picture smaller, without decoding it again. */
      again?: WriteAgain | undefined;
    } & DecodeFacts &
      Size)
  /** From top to bottom. `alpha`: some pixels are transparent. */
  | ({ status: "cut"; pieces: readonly CutPiece[]; alpha: boolean; backend: string } & DecodeFacts)
  /**
   * The decoded picture has another upright size than the header said. The pipeline plans again with this size, or rejects the
   * file.
   */
  | ({ status: "wrong-size"; backend: string } & Size)
  | { status: "failed"; failure: EncodeFailure; detail: string; backend: string };

/** Upright sizes; `target` is not larger than before. Ends as `EncodePicture` does. */
export type WriteAgain = (
  request: Pick<EncodeJob, "target" | "paddedTo"> & Pick<EncodeJob["output"], "quality">,
) => Promise<EncodeOutcome>;

/** Decodes, resamples and encodes one picture. Rejects only with the signal's reason; anything else is an outcome. Never hangs: see `EncodeJob.timeoutMs`. */
export type EncodePicture = (job: EncodeJob) => Promise<EncodeOutcome>;
