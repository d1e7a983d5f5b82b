/**
 * The types that all folders share. Nothing here runs.
 * Lengths are in image pixels, independent of CSS, sizes in bytes, durations in milliseconds.
 */
import type { Compress, Decoder } from "./app-codecs.js";
import type { Endpoint } from "./endpoint.js";
import type { ImageErrorCode } from "./errors.js";

/** The formats that this package recognizes by their first bytes, as IANA media types. */
export type KnownMediaType =
  | "image/jpeg"
  | "image/png"
  | "image/gif"
  | "image/webp"
  | "image/bmp"
  | "image/avif"
  | "image/heic"
  | "image/heif"
  | "image/jxl"
  | "image/tiff"
  | "image/svg+xml"
  | "image/vnd.microsoft.icon";

/** Open: an app's `decoders` may bring formats that this package does not know. */
export type MediaType = KnownMediaType | (string & {});

/** The formats that vision endpoints take, and the only ones that are ever sent. */
export type SentMediaType = "image/jpeg" | "image/png" | "image/gif" | "image/webp";

/** EXIF orientation: 1 is upright; 3, 6, 8 are rotated; 2, 4, 5, 7 are mirrored. 5 to 8 swap width and height. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface Size {
  width: number;
  height: number;
}

/** What the first bytes of a file say about the picture in it. Nothing has been decoded. */
export interface ImageHeader extends Size {
  /** Found from the bytes, never from the name or `file.type`. */
  mediaType: MediaType;
  /**
   * Upright: after `orientation` has been applied. 0 when unknown: an SVG without a size, a format that only a decoder of the app
   * knows.
   */
  width: number;
  height: number;
  orientation: Orientation;
  /** `"many"`: an animation, or several pages or pictures in one file. Only the first is used. */
  frames: "one" | "many";
  /** `undefined`: only decoding would tell. */
  alpha: boolean | undefined;
  /** Size of the whole file in bytes. */
  bytes: number;
}

export interface ImageLimits {
  /** Largest file taken in, in bytes. @default 52_428_800 (52.4 MB) */
  maxFileBytes: number;
  /**
   * Largest width x height taken in, checked in the header before anything is decoded. A figure given here holds for every file.
   * @default 100_000_000; 500_000_000 for a JPEG that can be decoded row by row: 8 bit, not progressive, not CMYK, in sRGB or Display
   * P3, in a browser that allows WebAssembly, where neither `compress` nor a decoder for JPEG is set
   */
  maxPixels: number;
  /** Shortest side taken in, in pixels. @default 1 */
  minEdge: number;
  /** Longest side taken in, in pixels. @default 65_535 */
  maxEdge: number;
  /** Largest image sent, counted on its base64 text as the endpoints count it. @default Infinity */
  maxImageBytes: number;
  /** Formats taken in, by content. @default every format a browser may decode (not SVG and ICO), and those of `decoders` */
  accept: readonly MediaType[];
}

export interface Box extends Size {
  /** Turn the box with the picture: a portrait then fits 960x1280. @default false: strict, as Pillow's `thumbnail` */
  turn?: boolean;
}

/**
 * What a picture is for, and so its box and quality. `"photo"`: the default box at 0.85. `"text"`: as large as the endpoint's model sees it
 * without downsizing it, turned with the picture, so that small text stays readable. `"original"`: as large as it is, as far as the
 * endpoint takes it. `"thumbnail"`: within 512x512. `"auto"`: `"text"` where the picture shows a screen or a page of text, told by its
 * pixels, else `"photo"`.
 */
export type Preset = "photo" | "text" | "original" | "thumbnail" | "auto";

export interface PrepareOptions {
  /** Box and quality by the picture's purpose; `box` and `quality` go before it. @default "photo" */
  preset?: Preset | undefined;
  /**
   * `"endpoint"`: the default box, as much smaller as needed for the endpoint's `tokenModel` not to downsize again: 1280x952 for
   * Claude's standard tier.
   * @default { width: 1280, height: 960 }, strict: the size Pillow's `thumbnail((1280, 960))` gives
   */
  box?: Box | "endpoint" | undefined;
  /** 0 to 1, as in canvas. @default 0.85 */
  quality?: number | undefined;
  /**
   * `"smallest"`: JPEG, or WebP or PNG where the endpoint takes it, the browser writes it, and it is smaller and looks no worse.
   * @default "image/jpeg"; with the preset `"text"`, and for the screens that `"auto"` finds, also PNG where that is smaller
   */
  mediaType?: "image/jpeg" | "image/webp" | "image/png" | "smallest" | undefined;
  /** Any CSS colour that transparent pixels are laid on. @default "#ffffff" */
  background?: string | undefined;
  limits?: Partial<ImageLimits> | undefined;
  /** Its per-image rules apply on top of `limits`; the stricter figure counts. */
  endpoint?: Endpoint<unknown> | undefined;
  compress?: Compress | undefined;
  decoders?: readonly Decoder[] | undefined;
  /** Which page of a file of several, counted from 1; for formats that `decoders` decode. @default 1 */
  page?: number | undefined;
  /**
   * The password of a protected file, for formats that `decoders` decode. Without it such a file is rejected with
   * `password-needed`.
   */
  password?: string | undefined;
  /**
   * What becomes of a file that ends before its picture does. `"accept"`: what can be seen of it is sent, the missing rows as the
   * browser fills them (grey or white), with a `truncated` change saying so; where the browser shows nothing of it, it is rejected.
   * @default "reject"
   */
  truncated?: "reject" | "accept" | undefined;
  /**
   * What becomes of an animated GIF, WebP or PNG. `"first-frame"`: its first frame is sent, or the first that shows something.
   * `"keep"`: it is sent as it is, metadata included, where the endpoint says that it takes animations of that type
   * (`caps.animatedTypes`) and it is within the limits. `"contact-sheet"`: up to 9 frames, evenly spread, are sent as one picture, each with its
   * time in seconds; it takes a browser with `ImageDecoder` (Chromium; Firefox on computers from 133 on). Where the last two are not possible, the
   * first frame is sent, with an `animation-unavailable` change that says why. `"reject"`: `image-animated`. @default "first-frame"
   */
  animation?: AnimationMode | undefined;
  /** Longest time one step (decode, encode, `compress`) may take, in milliseconds. @default 30_000 */
  timeoutMs?: number | undefined;
  /**
   * Most pixels of source pictures under way at once, which bounds the memory used; a larger picture is done by itself.
   * @default a sixteenth of the device's memory at 4 bytes a pixel: 67 megapixels at 4 GB, which is assumed where the browser does not tell
   */
  maxPixelsInFlight?: number | undefined;
  /**
   * For a strict Content-Security-Policy: start the worker from a URL of your own. Pass the same function each time: its workers are used
   * again, while one that is written inline is a new function with a new worker at each call.
   */
  createWorker?: (() => Worker) | undefined;
  signal?: AbortSignal | undefined;
}

export type AnimationMode = "first-frame" | "keep" | "reject" | "contact-sheet";

/** Options for one image. What is left out is as the queue's options say. */
export interface ImageOptions {
  /** Replaces the options' preset, box and quality. */
  preset?: Preset | undefined;
  box?: Box | undefined;
  /** 0 to 1. */
  quality?: number | undefined;
  /** Replaces the queue's `tall`. Pieces stay pieces: `"fit"` does not join them again. */
  tall?: "fit" | "split" | undefined;
  /** Shrunk last when the request is made to fit. @default false */
  pinned?: boolean | undefined;
}

/**
 * One thing that was done to the picture: `reason` says why, in English for a log; the other fields are its figures, for an app's
 * own words.
 */
export type Change = { reason: string } &
  /** Sizes upright, in pixels. `"box"`: to fit `box`; `"bytes"`: to stay under `maxImageBytes`. */
  (
    | { code: "resized"; from: Size; to: Size; because: "box"; box: Size }
    | { code: "resized"; from: Size; to: Size; because: "bytes" }
    /** `quality`, 0 to 1, where the new format has one. */
    /** `insteadOf`: the size in bytes that it would have in that format, looking the same; it was larger. */
    | {
        code: "reencoded";
        from: MediaType;
        to: SentMediaType;
        quality?: number;
        insteadOf?: { mediaType: SentMediaType; bytes: number };
      }
    | { code: "rotated"; orientation: Orientation }
    /** Transparent pixels were laid on this CSS colour. */
    | { code: "flattened"; background: string }
    /** Padded with `background`: the endpoint takes no side under `minEdgePx` pixels. */
    | { code: "padded"; from: Size; to: Size; background: string; minEdgePx: number }
    /** Of several, this one is sent; counted from 1. It is not the first if those before it show one colour only. */
    | { code: "first-frame"; frame: number }
    /** The whole animation is sent as it came. */
    | ({ code: "kept-animation"; mediaType: MediaType; bytes: number } & Size)
    /** Of `frameCount` frames, those at these times, in milliseconds from its start, are on one picture. */
    | { code: "contact-sheet"; timesMs: readonly number[]; frameCount: number }
    /** What was asked for by `animation` was not possible: the first frame is sent. `detail`: why, in English. */
    | { code: "animation-unavailable"; asked: "keep" | "contact-sheet"; detail: string }
    | { code: "one-colour" }
    /** The part that could be seen is sent. `detail`: what is missing, in English. */
    | { code: "truncated"; mediaType: MediaType; detail: string }
    /** Names of what was removed without changing a pixel: "EXIF", "XMP". */
    | { code: "metadata-stripped"; removed: readonly string[] }
    /** The original itself is sent. `"fits"`: it needed no change. */
    | ({ code: "kept-original"; because: "fits" } & Size)
    /** Encoding it again would have made it larger: `encodedBytes`. */
    | { code: "kept-original"; because: "smaller"; mediaType: MediaType; bytes: number; encodedBytes: number }
    /** This browser could not write a picture. `detail`: why, in English. */
    | ({ code: "kept-original"; because: "unwritable"; mediaType: MediaType; bytes: number; detail: string } & Size)
    /** Quality, 0 to 1, to stay under `maxImageBytes`. */
    | { code: "quality-lowered"; from: number; to: number }
    | { code: "decoded-by-plugin"; mediaType: MediaType }
    /** Of a file of several pages, this one is sent; counted from 1. */
    | { code: "page"; page: number }
    /**
     * One of the `of` pieces that a tall picture was cut into, counted from 1. `rows`: its rows of the original, upright, `to`
     * not included.
     */
    | { code: "piece"; piece: number; of: number; rows: { from: number; to: number } }
    /** `isRotatedHere`: the picture relied on EXIF for its rotation, so it was encoded once more. */
    | { code: "compressed-by-app"; to: SentMediaType; isRotatedHere: boolean }
    /**
     * The original could no longer be read for new options, so this was made from the picture prepared before. `detail`: why, in
     * English; `because`: the code of that error, where it is one of ours.
     */
    | { code: "from-prepared"; because?: ImageErrorCode; detail: string }
  );

export type ChangeCode = Change["code"];

/** Who can follow the advice: the person who writes the message, or the app's developer. */
export type AdviceAudience = "user" | "developer";

/**
 * One thing that can be done about a request: `message` says it in English; the other fields are its figures, for an app's own
 * words. The meter shows no advice for developers: log it, or show it in your own tools.
 */
export type Advice = { message: string; audience: AdviceAudience } &
  /** There are `images` too many: the endpoint takes at most `maxImages`. */
  (
    | { code: "fewer-images"; images: number; maxImages: number }
    /**
     * There are `excess` bytes or tokens too many. Removing `images` is enough unless `isEnough` is false: then the conversation
     * must be shortened, too. `counted`: what `images` counts if there are PDF files: these alone, or files of both kinds.
     */
    | {
        code: "remove";
        unit: "bytes" | "tokens";
        excess: number;
        images: number;
        isEnough: boolean;
        counted?: "documents" | "files" | undefined;
      }
    /** A smaller box saves both; a lower quality bytes only. */
    | { code: "shrink"; unit: "bytes" | "tokens" }
    /** `uploading`: images on their way to the provider now. 0: they could be uploaded; `limitedBy` says whose limit on bytes is the lowest. */
    | { code: "files-api"; uploading: number; limitedBy: "endpoint" | "app" | "none" }
    /** `images` could not be uploaded and are sent inline. */
    | { code: "retry-upload"; images: number }
    /** Another API of the provider takes `maxRequestBytes` a request at `priceRatio` of the price. */
    | { code: "batch-api"; label: string; maxRequestBytes: number; priceRatio: number }
    /**
     * The provider downsizes a picture of size `from` to `to` before `model` sees it; it leaves a picture within `box` as it is.
     */
    | { code: "resampled"; from: Size; to: Size; box: Size; model: string }
  );

export type AdviceCode = Advice["code"];

/** An image that is sent by its web address: its bytes and pixels are unknown here. */
export interface LinkedImage {
  /** The address as it is sent. */
  url: string;
  /** Its media type, if the server stated one; some endpoints want it named. */
  mediaType?: MediaType;
}

/** A PDF file that is sent as it is (option `documents`). `base64` is plain: no `data:` prefix, no line breaks. */
export interface PreparedDocument {
  id: string;
  /** As the person named the file. */
  name: string;
  /** The file itself. */
  blob: Blob;
  base64: string;
  mediaType: "application/pdf";
  /** Size of `blob` in bytes. */
  bytes: number;
  /** As the file says. `undefined`: only a decoder would tell. */
  pageCount: number | undefined;
}

/** One image of a request, as the meter counts it: its bytes, or its address. */
export type SentImage = PreparedImage | LinkedImage;

/** The content of one block of a request. */
export type SentPart = SentImage | PreparedDocument;

/** The file that came in. */
export interface ImageSource extends Size {
  name: string;
  mediaType: MediaType;
  orientation: Orientation;
  bytes: number;
}

/** One image, ready to be sent. `base64` is plain: no `data:` prefix, no line breaks. */
export interface PreparedImage extends Size {
  id: string;
  /** The original's name with the extension of the format that is sent. */
  name: string;
  blob: Blob;
  base64: string;
  /** The type of the bytes in `blob`, found from the bytes. */
  mediaType: SentMediaType;
  /** Size of `blob` in bytes; the base64 text is `4 * ceil(bytes / 3)` characters. */
  bytes: number;
  source: ImageSource;
  changes: readonly Change[];
  durationMs: number;
  /** The backend that did the work, e.g. `"worker:image-bitmap"`, or `"none"` if the file itself is sent. */
  engine: string;
}

/**
 * An image that was prepared before: a `PreparedImage`, or what an app kept of one. Its size, media type and base64 are read from its bytes
 * again, so that `blob` or `base64` alone is enough.
 */
export interface StoredImage {
  blob?: Blob | undefined;
  /** In place of `blob`; also with a `data:` prefix or line breaks. */
  base64?: string | undefined;
  name?: string | undefined;
  /** In bytes. Where it is given and is not the number of bytes that are there, the image is rejected. */
  bytes?: number | undefined;
  /** What it was made from. @default the image itself */
  source?: ImageSource | undefined;
  changes?: readonly Change[] | undefined;
  engine?: string | undefined;
}
