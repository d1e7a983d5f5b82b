/** `vision-dropzone/assistant-ui`: for apps built on assistant-ui. */
export { type VisionAttachments, visionAttachments, type VisionAttachmentsOptions } from "./adapters/assistant-ui.js";
