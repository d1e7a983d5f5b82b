/** `vision-dropzone/ai-sdk`: for apps built on Vercel's AI SDK. */
export { type AiSdkChat, aiSdkChat, type AiSdkChatOptions, aiSdkFiles, aiSdkParts } from "./adapters/ai-sdk.js";
