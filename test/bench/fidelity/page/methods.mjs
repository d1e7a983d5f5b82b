/** The methods compared, each asked for a JPEG in the box, as its own documentation says. They give a Blob, or base64. */

/** `module` is the URL of an ES module that exports `prepareImage(file, options)`. */
export async function shrinkByModule({ file, module, box, quality, options }) {
  const { prepareImage } = await import(module);
  const { base64, engine } = await prepareImage(file, { box, quality, ...options });
  return { base64, backend: engine };
}

/** It knows one side length only: the longer side of the target, so that it need not guess the box. Its worker does the same. */
export async function shrinkByCompressionLibrary({ file, target, quality }) {
  const { default: compress } = await import("browser-image-compression");
  const maxWidthOrHeight = Math.max(target.width, target.height);
  const limits = { maxSizeMB: Infinity, maxWidthOrHeight, initialQuality: quality };
  return compress(file, { ...limits, fileType: "image/jpeg", useWebWorker: false });
}

export async function shrinkByCompressor({ file, box, quality }) {
  const { default: Compressor } = await import("compressorjs");
  const sides = { maxWidth: box.width, maxHeight: box.height };
  // `strict` would give the original back where that is smaller.
  const compressor = (success, error) =>
    new Compressor(file, { ...sides, quality, mimeType: "image/jpeg", strict: false, success, error });
  return new Promise((resolve, reject) => void compressor(resolve, reject));
}

export async function shrinkByPica({ file, target, quality }) {
  const { default: pica } = await import("pica");
  const canvas = Object.assign(document.createElement("canvas"), target);
  const resizer = pica();
  await withImage(file, (image) => resizer.resize(image, canvas));
  return resizer.toBlob(canvas, "image/jpeg", quality);
}

/** What most chat pages do, with the best setting a canvas has. */
export async function shrinkByCanvas({ file, target, quality }) {
  const canvas = Object.assign(document.createElement("canvas"), target);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, target.width, target.height);
  context.imageSmoothingQuality = "high";
  await withImage(file, (image) => context.drawImage(image, 0, 0, target.width, target.height));
  return new Promise((resolve) => void canvas.toBlob(resolve, "image/jpeg", quality));
}

async function withImage(file, work) {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return await work(image);
  } finally {
    URL.revokeObjectURL(url);
  }
}
