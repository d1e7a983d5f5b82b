/** What one image is prepared with. */
import type { PieceWish } from "../pool/prepare.js";
import { type PrepareSettings, resolveSettings } from "../shared/settings.js";
import type { ImageOptions, PrepareOptions } from "../shared/types.js";
import type { FileSource, ImageItem, ImageQueueOptions, ItemSource } from "./types.js";
import { imageCount } from "./replan-for-count.js";

/** A preset of the image's own takes the place of the options' box and quality, too. */
export function optionsFor<B>(options: ImageQueueOptions<B>, { options: own }: ItemSource): ImageQueueOptions<B> {
  if (!own) return options;
  const { preset, box, quality } = own;
  const given = { ...options, tall: own.tall ?? options.tall };
  if (preset) return { ...given, preset, box, quality };
  return { ...given, box: box ?? options.box, quality: quality ?? options.quality };
}

/** By file, since its pages share it. */
const passwords = new WeakMap<Blob, string>();

export function keepPassword(file: Blob, password: string): void {
  passwords.set(file, password);
}

/**
 * What a decoder needs to know of the file. `page`: of a file of several, counted from 1; `undefined`: it has one, or its pages are not
 * counted yet.
 */
export function placeInFile({ file, pages }: FileSource): Pick<PrepareOptions, "page" | "password"> {
  const isPage = pages?.wanted.length === 1 && !pages.arePieces;
  return { page: isPage ? pages.wanted[0] : undefined, password: passwords.get(file) };
}

/** The piece of a tall picture that this image is; `undefined`: it is none, or stands for several for which there is no room. */
export function pieceOf({ pages, options }: FileSource): PieceWish | undefined {
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

/** The same pictures are asked for. */
export function isSameWish(one: ImageOptions | undefined, other: ImageOptions | undefined): boolean {
  const wish = (options: ImageOptions | undefined) => JSON.stringify({ ...options, pinned: undefined });
  return wish(one) === wish(other);
}
