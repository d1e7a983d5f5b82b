/** The page a screenshot is taken of: a chat in two columns of one order, text and code of 9 to 14 px, as chat pages have it. */
import { BLOCKS } from "./screenshot-text.mjs";

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const STYLE = `
  * { box-sizing: border-box; margin: 0; }
  body { font-family: "DejaVu Sans"; color: #1f2328; background: #f6f8fa; padding: 24px; }
  main { columns: 560px; column-gap: 24px; }
  section { break-inside: avoid; margin-bottom: 14px; padding: 12px 16px; background: #ffffff; border: 1px solid #d0d7de; border-radius: 8px; }
  section.code { background: #0d1117; color: #e6edf3; }
  pre, p { line-height: 1.45; }
  pre { font-family: "DejaVu Sans Mono"; white-space: pre-wrap; }
  .picture { height: 90px; background: linear-gradient(135deg, #0969da, #8250df 45%, #bf3989); }`;

/** Dark code, light prose, and a gradient, which is what shows ringing and banding. */
export function screenshotPage() {
  const blocks = BLOCKS.map(({ text, size, mono }) => {
    const tag = mono ? "pre" : "p";
    const look = mono && size % 2 === 0 ? ' class="code"' : "";
    return `<section${look}><${tag} data-text style="font-size:${size}px">${escape(text)}</${tag}></section>`;
  });
  const half = Math.ceil(blocks.length / 2);
  const body = [...blocks.slice(0, half), '<section class="picture"></section>', ...blocks.slice(half)].join("");
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chat</title><style>${STYLE}</style><main>${body}</main></html>`;
}
