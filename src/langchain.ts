/** `vision-dropzone/langchain`: for apps built on LangChain.js. */
export { langchain, type LangchainImageBlock } from "./adapters/langchain.js";
