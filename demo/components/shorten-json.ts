/** A piece of JSON for display: `text` as it is written, `kind` for its colour. */
export interface JsonToken {
  text: string;
  kind: "key" | "string" | "base64" | "other";
}

const SHOWN = 28;
const LONG = 160;
const BASE64 = /^(data:[^,]{1,60},)?[A-Za-z0-9+/]{100}/;

/** JSON with long base64 shortened: `/9j/4AAQ... (283,104 characters)`. Everything else is shown as it is sent. */
export function shortenJson(value: unknown): string {
  return JSON.stringify(
    value,
    (_key, member: unknown) => {
      if (member instanceof Uint8Array) return `Uint8Array (${member.length.toLocaleString("en-US")} bytes)`;
      if (typeof member !== "string" || member.length < LONG || !BASE64.test(member.slice(0, 200))) return member;
      const head = member.slice(0, member.startsWith("data:") ? member.indexOf(",") + 1 + SHOWN : SHOWN);
      return `${head}… (${member.length.toLocaleString("en-US")} characters)`;
    },
    2,
  );
}

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|[^"]+/g;

/** Splits JSON into pieces to colour. */
export function tokenizeJson(json: string): readonly JsonToken[] {
  return Array.from(json.matchAll(TOKEN), ([text, quoted, colon]): JsonToken => {
    if (quoted === undefined) return { text, kind: "other" };
    if (colon !== undefined) return { text, kind: "key" };
    return { text, kind: quoted.endsWith(' characters)"') ? "base64" : "string" };
  });
}
