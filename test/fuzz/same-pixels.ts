/** Whether two files hold the same picture to the bit, by an independent decoder. */
import sharp from "sharp";

/** As stored: neither turned nor colour managed. A file that does not decode is an error. */
const decode = (bytes: Uint8Array) =>
  sharp(bytes, { ignoreIcc: true, failOn: "error" }).raw().toBuffer({ resolveWithObject: true });

export async function samePixels(before: Uint8Array, after: Uint8Array): Promise<boolean> {
  const [old, stripped] = await Promise.all([decode(before), decode(after)]);
  return (
    old.info.width === stripped.info.width &&
    old.info.height === stripped.info.height &&
    old.info.channels === stripped.info.channels &&
    old.data.equals(stripped.data)
  );
}
