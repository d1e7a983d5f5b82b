/** The size that Pillow's `Image.thumbnail` gives: the same arithmetic as its `preserve_aspect_ratio`, written from its source. */

export function thumbnailSize({ width, height }, box) {
  if (box.width >= width && box.height >= height) return { width, height };
  const aspect = width / height;
  if (box.width / box.height >= aspect) {
    return { width: roundAspect(box.height * aspect, (n) => Math.abs(aspect - n / box.height)), height: box.height };
  }
  return {
    width: box.width,
    height: roundAspect(box.width / aspect, (n) => (n === 0 ? 0 : Math.abs(aspect - box.width / n))),
  };
}

/** Python's `min` keeps the first of equals: the lower neighbour. */
function roundAspect(number, distance) {
  const [low, high] = [Math.floor(number), Math.ceil(number)];
  return Math.max(distance(high) < distance(low) ? high : low, 1);
}
