/** `vision-dropzone/drafts`: the images of a message that was not sent yet, kept in the browser. */
export {
  type DraftImage,
  type DraftUnavailable,
  type LoadedDraft,
  loadDraft,
  type RemovedDraft,
  removeDraft,
  saveDraft,
  type SavedDraft,
} from "./drafts/drafts.js";
