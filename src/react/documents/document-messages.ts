/** The words for PDF files that are sent as they are. Replaced through `messages`, as all others; loaded with what shows images. */
import { formatFileBytes } from "../text/format-bytes.js";
import { type DropzoneMessages, mergeWords } from "../text/messages.js";

export interface DocumentMessages {
  /** Of a PDF file that is sent as it is. `pages` is `undefined` where nobody can tell. */
  sentAsPdf: (pages: number | undefined, bytes: number) => string;
  /** One part of the request. */
  partDocuments: (bytes: number) => string;
  /** Behind the tokens: files whose pages are not known, or for whose pages no rule is published. */
  meterDocumentsUncounted: (count: number) => string;
}

const englishWords: DocumentMessages = {
  sentAsPdf: (pages, bytes) =>
    `${pages === undefined ? "" : `${pages} ${pages === 1 ? "page" : "pages"}, `}${formatFileBytes(bytes)}, sent as PDF`,
  partDocuments: (bytes) => `PDF files ${formatFileBytes(bytes)}`,
  meterDocumentsUncounted: (count) => `Tokens of ${count === 1 ? "1 PDF file" : `${count} PDF files`} unknown`,
};

export function documentWords(messages: DropzoneMessages): DocumentMessages {
  return mergeWords(englishWords, messages);
}
