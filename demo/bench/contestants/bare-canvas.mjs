/** What most chat pages do: an image element, one drawImage, toDataURL. The page stands still meanwhile. */
export async function prepareImage(file, { quality, mediaType, target }) {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), target);
    canvas.getContext("2d").drawImage(image, 0, 0, target.width, target.height);
    const base64 = canvas.toDataURL(mediaType, quality).split(",")[1];
    return { base64, ...target, bytes: (base64.length * 3) / 4, engine: "canvas:main" };
  } finally {
    URL.revokeObjectURL(url);
  }
}
