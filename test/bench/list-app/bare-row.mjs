/**
 * What adding an image takes a page without any library: a row of plain DOM, a worker that counts for as long as an image is in
 * the works, then its preview, a word and a bar of another length. No component can be expected to be below it.
 */
const WORK_MS = 80;
const COUNTING = `onmessage = ({ data }) => {
  const until = performance.now() + data;
  let sum = 0;
  while (performance.now() < until) sum += Math.sqrt(sum + 1);
  postMessage(sum);
};`;

const place = document.createElement("ul");
const meter = document.createElement("div");
meter.style.cssText = "inline-size: 4rem; block-size: 8px; background: #36c; transition: inline-size 0.3s";
let worker;
let count = 0;

const element = (name, css, text = "") =>
  Object.assign(document.createElement(name), { style: css, textContent: text });
const counted = () => new Promise((resolve) => worker.addEventListener("message", resolve, { once: true }));

/** Readies the page; the function it gives is what is timed. `picture`: a `Blob` of a picture as ours are. */
export function bareRow(picture) {
  if (!worker) {
    worker = new Worker(URL.createObjectURL(new Blob([COUNTING], { type: "text/javascript" })));
    document.body.append(place, meter);
  }
  place.replaceChildren();
  return async () => {
    const row = element("li", "display: flex; gap: 8px; padding: 6px");
    const preview = element("span", "inline-size: 48px; block-size: 48px; background: #ccc");
    const words = element("span", "", `photo-${++count}.jpg: waiting`);
    row.append(preview, words, element("button", "", "Remove"));
    place.append(row);
    worker.postMessage(WORK_MS);
    await counted();
    const image = Object.assign(new Image(), { decoding: "async", src: URL.createObjectURL(picture) });
    image.style.cssText = "inline-size: 48px; block-size: 48px; object-fit: cover";
    image.addEventListener("load", () => URL.revokeObjectURL(image.src), { once: true });
    preview.replaceWith(image);
    words.textContent = `photo-${count}.jpg: ready, ${picture.size} bytes`;
    meter.style.inlineSize = `${4 + (count % 2) * 4}rem`;
  };
}
