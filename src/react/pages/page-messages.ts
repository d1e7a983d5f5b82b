/** The words of the password field and of the choice of pages, which are loaded with it. Replaced through `messages`, as all others. */
import { type DropzoneMessages, mergeWords } from "../text/messages.js";

/** Functions receive plain figures, as in `DropzoneMessages`. */
export interface PageMessages {
  /** The name of the field for the password of a protected file; the reason above it says whether one was wrong. */
  passwordLabel: (name: string) => string;
  passwordOpen: string;
  /** The title of the choice of pages. */
  pagesTitle: (name: string) => string;
  /** The label of the field for page numbers, an example below it, and what is wrong with what was written. */
  pagesField: string;
  pagesHint: (count: number) => string;
  pagesUnknown: (count: number) => string;
  /** How many images there may be, whose limit that is, and how many pages there is room for. */
  pagesLimit: (owner: string, maxImages: number, places: number) => string;
  page: (page: number) => string;
  pagesChosen: (chosen: number, count: number) => string;
  /** More are chosen than there is room for. */
  pagesTooMany: (surplus: number) => string;
  pagesAll: string;
  /** Where not all fit: as many as there is room for. */
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
  pagesUnknown: (count) => `Write page numbers from 1 to ${count}, for example 1-${Math.min(3, count)}.`,
  pagesLimit: (owner, maxImages, places) =>
    `${owner} takes ${maxImages} ${maxImages === 1 ? "image" : "images"}; ${places} ${places === 1 ? "page fits" : "pages fit"}.`,
  page: (page) => `Page ${page}`,
  pagesChosen: (chosen, count) => `${chosen} of ${count} pages chosen`,
  pagesTooMany: (surplus) => `${surplus} too many`,
  pagesAll: "All",
  pagesFirst: (places) => `First ${places}`,
  pagesNone: "None",
  pagesUse: (count) => (count === 1 ? "Use 1 page" : `Use ${count} pages`),
  pagesCancel: "Cancel",
};

/** Those of the root, over the English ones. */
export function withPageWords(messages: DropzoneMessages): DropzoneMessages & PageMessages {
  return mergeWords(englishWords, messages);
}
