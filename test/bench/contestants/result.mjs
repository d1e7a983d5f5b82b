/** The last step of those who end with a Blob: base64 by the quickest way the browser has. */
export async function result(blob, { width, height }, engine) {
  return { base64: await base64Of(blob), width, height, bytes: blob.size, engine };
}

async function base64Of(blob) {
  if ("toBase64" in Uint8Array.prototype) return new Uint8Array(await blob.arrayBuffer()).toBase64();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.slice(reader.result.indexOf(",") + 1)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}

/** Those whose API does not tell: what they really made. */
export async function measuredResult(blob, engine) {
  const bytes = new DataView(await blob.slice(0, 65_536).arrayBuffer());
  return result(blob, jpegSize(bytes), engine);
}

function jpegSize(bytes) {
  let at = 2;
  while (at + 9 < bytes.byteLength) {
    const marker = bytes.getUint16(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { width: bytes.getUint16(at + 7), height: bytes.getUint16(at + 5) };
    at += 2 + bytes.getUint16(at + 2);
  }
  return { width: 0, height: 0 };
}
