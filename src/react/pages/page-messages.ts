/** The words of the password field, which are loaded with it. Replaced through `messages`, as all others. */
import type { DropzoneMessages } from "../text/messages.js";

/** Functions receive plain figures, as in `DropzoneMessages`. */
export interface PageMessages {
  /** The name of the field for the password of a protected file; the reason above it says whether one was wrong. */
  passwordLabel: (name: string) => string;
  passwordOpen: string;
}

/** The English words. */
const englishWords: PageMessages = {
  passwordLabel: (name) => `Password for ${name}`,
  passwordOpen: "Open",
};

/** Those of the root, over the English ones. */
export function withPageWords(messages: DropzoneMessages): DropzoneMessages & PageMessages {
  return { ...englishWords, ...messages };
}
