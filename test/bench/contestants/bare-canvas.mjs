/**
 * What most chat pages do: an image element, one drawImage when it has loaded, toDataURL. The page stands still meanwhile.
 * (`image.decode()` would decode the whole picture first; drawing alone lets Chromium decode a reduced one.)
 */
export async function prepareImage(file, { quality, mediaType, target }) {
  const url = URL.createObjectURL(file);
  try {
    const image = await new Promise((resolve, reject) => {
      const loading = new Image();
      loading.addEventListener("load", () => resolve(loading));
      loading.addEventListener("error", () => reject(new Error("The image element cannot read it.")));
      loading.src = url;
    });
    const canvas = Object.assign(document.createElement("canvas"), target);
    canvas.getContext("2d").drawImage(image, 0, 0, target.width, target.height);
    const base64 = canvas.toDataURL(mediaType, quality).split(",")[1];
    return { base64, ...target, bytes: (base64.length * 3) / 4, engine: "canvas:main" };
  } finally {
    URL.revokeObjectURL(url);
  }
}
