/** The texts of the password field and of the choice of pages, loaded with them. Replaced through `messages`, like all others. */
import { type DropzoneMessages, mergeWords } from "../text/messages.js";

/** Functions receive plain figures, as in `DropzoneMessages`. */
export interface PageMessages {
  /** The name of the password field of a protected file. The reason above it says whether the last password was wrong. */
  passwordLabel: (name: string) => string;
  passwordOpen: string;
  /** The title of the choice of pages. */
  pagesTitle: (name: string) => string;
  /** The label of the field for page numbers, an example below it, and what is wrong with the input. */
  pagesField: string;
  pagesHint: (count: number) => string;
  pagesUnknown: (count: number) => string;
  /**
   * How many images are allowed, and how many pages there is room for. `owner`: the endpoint that sets the limit, by its label;
   * `undefined`: this app does.
   */
  pagesLimit: (owner: string | undefined, maxImages: number, places: number) => string;
  page: (page: number) => string;
  pagesChosen: (chosen: number, count: number) => string;
  /** More pages are chosen than there is room for. */
  pagesTooMany: (surplus: number) => string;
  pagesAll: string;
  /** Shown if not all fit: chooses as many as there is room for. */
  pagesFirst: (places: number) => string;
  pagesNone: string;
  pagesUse: (count: number) => string;
  pagesCancel: string;
}

/** The English words. */
const englishWords: PageMessages = {
  passwordLabel: (name) => `Password for ${name}`,
  passwordOpen: "Open",
  pagesTitle: (name) => `Choose pages of ${name}`,
  pagesField: "Pages",
  pagesHint: (count) => (count > 6 ? "For example 1-3, 7" : "For example 1, 3"),
  pagesUnknown: (count) => `Enter page numbers from 1 to ${count}, for example 1-${Math.min(3, count)}.`,
  pagesLimit: (owner, maxImages, places) =>
    `${owner ?? "This message"} allows ${maxImages} ${maxImages === 1 ? "image" : "images"}, so there is room for ${places} ${places === 1 ? "page" : "pages"}.`,
  page: (page) => `Page ${page}`,
  pagesChosen: (chosen, count) => `${chosen} of ${count} pages chosen`,
  pagesTooMany: (surplus) => `${surplus} too many`,
  pagesAll: "All",
  pagesFirst: (places) => `First ${places}`,
  pagesNone: "None",
  pagesUse: (count) => (count === 1 ? "Use 1 page" : `Use ${count} pages`),
  pagesCancel: "Cancel",
};

/** The root's messages over the English ones. */
export function withPageWords(messages: DropzoneMessages): DropzoneMessages & PageMessages {
  return mergeWords(englishWords, messages);
}
