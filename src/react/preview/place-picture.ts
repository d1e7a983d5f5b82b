/** Where a picture is in the box that shows a part of it. Pure; all lengths in CSS pixels. */
import type { Size } from "../../shared/types.js";

/**
 * The position of the visible part along each side: 0 at the beginning, 1 at the end. Ignored if the whole picture is visible.
 */
export interface Pan {
  x: number;
  y: number;
}

export interface Rect extends Size {
  left: number;
  top: number;
}

export interface PlacedPicture {
  /** Size of the whole picture. It may be larger than the box. */
  picture: Rect;
  /** Size of the visible part. */
  seen: Rect;
}

/**
 * `isActual`: each pixel of the picture takes one CSS pixel. Otherwise the whole picture is visible; a small one is not enlarged.
 */
export function placePicture(picture: Size, box: Size, isActual: boolean, pan: Pan): PlacedPicture {
  const scale = isActual ? 1 : Math.min(1, box.width / picture.width, box.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const left = start(width, box.width, pan.x);
  const top = start(height, box.height, pan.y);
  return {
    picture: { left, top, width, height },
    seen: {
      left: Math.max(0, left),
      top: Math.max(0, top),
      width: Math.min(width, box.width),
      height: Math.min(height, box.height),
    },
  };
}

/** Centred if there is room around it. */
function start(length: number, room: number, at: number): number {
  return length <= room ? (room - length) / 2 : (room - length) * at;
}

/** Moves it by this many pixels, as far as the picture goes. */
export function panBy(pan: Pan, { picture }: PlacedPicture, box: Size, by: Pan): Pan {
  const along = (at: number, pixels: number, length: number, room: number) =>
    length <= room ? at : Math.min(1, Math.max(0, at + pixels / (length - room)));
  return {
    x: along(pan.x, by.x, picture.width, box.width),
    y: along(pan.y, by.y, picture.height, box.height),
  };
}

/** Puts this point of the picture, from 0 to 1 along its sides, into the middle of the box. */
export function panTo(point: Pan, picture: Size, box: Size): Pan {
  const along = (at: number, length: number, room: number) =>
    length <= room ? 0.5 : Math.min(1, Math.max(0, (at * length - room / 2) / (length - room)));
  return { x: along(point.x, picture.width, box.width), y: along(point.y, picture.height, box.height) };
}
