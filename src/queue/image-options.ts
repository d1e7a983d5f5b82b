/** The options that one image is prepared with. */
import type { PieceRequest } from "../pool/prepare.js";
import { isSameData } from "../shared/is-same-data.js";
import { type PrepareSettings, resolveSettings } from "../shared/settings.js";
import type { ImageOptions, PrepareOptions } from "../shared/types.js";
import type { FileSource, ImageItem, ImageQueueOptions, ItemSource } from "./types.js";
import { imageCount } from "./replan-for-count.js";

/** A preset of the image's own also replaces the options' box and quality. */
export function optionsFor<B>(options: ImageQueueOptions<B>, { options: own }: ItemSource): ImageQueueOptions<B> {
  if (!own) return options;
  const { preset, box, quality } = own;
  const given = { ...options, tall: own.tall ?? options.tall };
  if (preset) return { ...given, preset, box, quality };
  return { ...given, box: box ?? options.box, quality: quality ?? options.quality };
}

/** Kept by file, since all its pages need the same password. */
const passwords = new WeakMap<Blob, string>();

export function keepPassword(file: Blob, password: string): void {
  passwords.set(file, password);
}

/**
 * What a decoder needs to know about the file. `page`: the page of a file of several, counted from 1; `undefined`: it has one
 * page, or they are not counted yet.
 */
export function placeInFile({ file, pages }: FileSource): Pick<PrepareOptions, "page" | "password"> {
  const isPage = pages?.wanted.length === 1 && !pages.arePieces;
  return { page: isPage ? pages.wanted[0] : undefined, password: passwords.get(file) };
}

/** The piece of a tall picture that this image is; `undefined`: it is not a piece, or several pieces that have no place yet. */
export function pieceOf({ pages, options }: FileSource): PieceRequest | undefined {
  if (!pages?.arePieces || pages.wanted.length !== 1) return undefined;
  const isAsked = options?.preset ?? options?.box ?? options?.quality;
  return { piece: pages.wanted[0]!, of: pages.of, withOthers: isAsked === undefined };
}

/** Throws `TypeError` for image options that can never work. */
export function settingsFor<B>(
  options: ImageQueueOptions<B>,
  item: ItemSource,
  items: readonly ImageItem[],
): PrepareSettings {
  return resolveSettings(optionsFor(options, item), imageCount(items, options));
}

/** Whether both ask for the same pictures. */
export function wantsSamePicture(one: ImageOptions | undefined, other: ImageOptions | undefined): boolean {
  return isSameData({ ...one, pinned: undefined }, { ...other, pinned: undefined });
}
