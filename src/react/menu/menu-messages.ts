/** The texts of one image's menu and keys. Replaced through `messages`, like all others; loaded with the parts that show images. */
import type { Preset } from "../../shared/types.js";
import { type DropzoneMessages, mergeWords } from "../text/messages.js";
import { SEPARATOR } from "../text/typography.js";

/** The choices of the menu: a preset, or the app's setting for all images. */
export type MenuSize = Preset | "default";

/** Which pages of a file, or pieces of a tall picture, an image is, counted from 1: one, or the first and the last of several. */
export interface PartFigures {
  first: number;
  last: number;
  /** Pages or pieces in all. */
  of: number;
  arePieces: boolean;
}

/** The key that moves an image together with an arrow, by the name that its keyboard gives it. */
export type MoveKey = "Alt" | "Option";

export interface MenuMessages {
  /** The name of an image that is a page of a file or a piece of a picture, made from the file's name. */
  partName: (name: string, part: PartFigures) => string;
  /** The accessible name of a tile: the image's name, then its figures or what is being done to it. */
  itemLabel: (name: string, state: string) => string;
  /** The name of the menu, and of the button that opens it. */
  itemMenu: (name: string) => string;
  /** The name of that button if the image's name is beside it. */
  itemMenuShort: string;
  /** The name of the choice between presets. */
  menuSizes: string;
  menuSize: (size: MenuSize) => string;
  /** One line below that: its purpose. */
  menuSizeHint: (size: MenuSize) => string;
  /** The image is shrunk last when the request is made to fit. */
  menuPin: string;
  menuPinHint: string;
  /** Opens the choice of pages, for an image that is one page of several. */
  choosePages: string;
  choosePagesHint: string;
  /** Shown after the figures of a pinned image. */
  pinned: string;
  announcePinned: (name: string) => string;
  announceUnpinned: (name: string) => string;
  /** Below the name of a tile that has the keyboard's focus. `moveKey`: the key that moves it together with an arrow, by the name this system
   * gives it; `undefined` where there is nowhere to move it. */
  tileKeys: (moveKey: MoveKey | undefined) => string;
}

const NAMES: Readonly<Record<MenuSize, readonly [name: string, hint: string]>> = {
  default: ["Normal", "Like the other images"],
  auto: ["Automatic", "Photo or text, whichever it shows"],
  photo: ["Photo", "Small, when there is no text to read"],
  text: ["Text", "Larger, so that small text stays readable"],
  original: ["Original", "Full size"],
  thumbnail: ["Thumbnail", "Just enough to recognize it"],
};

const englishWords: MenuMessages = {
  partName,
  itemLabel: (name, state) => `${name}, ${state}`,
  itemMenu: (name) => `Options for ${name}`,
  itemMenuShort: "Options",
  menuSizes: "Size",
  menuSize: (size) => NAMES[size][0],
  menuSizeHint: (size) => NAMES[size][1],
  menuPin: "Pin",
  menuPinHint: "Shrink this one last",
  choosePages: "Choose pages",
  choosePagesHint: "Send other pages of this file",
  pinned: "Pinned",
  announcePinned: (name) => `${name} pinned. It will be shrunk last.`,
  announceUnpinned: (name) => `${name} is no longer pinned.`,
  tileKeys: (moveKey) =>
    ["Enter: open", "Shift+F10: options", moveKey && `${moveKey} + arrow keys: move`, "Delete: remove"]
      .filter(Boolean)
      .join(SEPARATOR),
};

/** As in `ImageItem.name`. */
function partName(name: string, { first, last, of, arePieces }: PartFigures): string {
  const [one, several] = arePieces ? ["", "pieces "] : ["page ", "pages "];
  return `${name} (${first === last ? `${one}${first}` : `${several}${first} to ${last}`} of ${of})`;
}

/** Merged once for all rows that share their messages. */
const merged = /* @__PURE__ */ new WeakMap<DropzoneMessages, MenuMessages>();

/** The root's messages over the English ones. */
export function menuWords(messages: DropzoneMessages): MenuMessages {
  const known = merged.get(messages);
  if (known) return known;
  const words = mergeWords(englishWords, messages);
  merged.set(messages, words);
  return words;
}
