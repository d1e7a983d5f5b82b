/** The reasons why a form cannot be submitted. Replaced through `messages`, like all others; loaded with the form's part. */
import { type DropzoneMessages, mergeWords } from "../text/messages.js";

export interface FormMessages {
  /** The form requires an image, and there is none. */
  formRequired: string;
  /** The form was submitted while images were being prepared. */
  formWorking: string;
  /** The images are over a limit; the meter says by how much. */
  formOver: string;
}

const englishWords: FormMessages = {
  formRequired: "Add an image.",
  formWorking: "The images are not ready yet. Try again in a moment.",
  formOver: "The images are too large to send. Remove some, or make them smaller.",
};

/** The root's messages over the English ones. */
export function withFormWords(messages: DropzoneMessages): DropzoneMessages & FormMessages {
  return mergeWords(englishWords, messages);
}
