/** Which methods take part, by name; `page/methods.mjs` holds what each does. */
export const OURS = "ours";
export const PEERS = ["browser-image-compression", "compressorjs", "pica", "canvas"];
