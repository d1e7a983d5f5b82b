import type { DocumentPart } from "../document-part.js";
import type { ImagePart, RequestContent } from "../image-part.js";
import { isObject, listAt, objectAt, textAt } from "../json.js";
import { badRequest } from "../refusal.js";
import type { Refusal } from "../refusal.js";

function imagePart(block: unknown, path: string): ImagePart {
  const source = objectAt(block, "source");
  const kind = textAt(source, "type");
  if (kind === "url") return { kind: "url", path };
  if (kind === "file") return { kind: "file", path, id: textAt(source, "file_id") ?? "" };
  return {
    kind: "base64",
    path: `${path}.source.base64`,
    mediaType: textAt(source, "media_type"),
    data: textAt(source, "data") ?? "",
  };
}

/** Inline, which is the only way the package sends one; anything else is passed over. */
function documentPart(block: unknown, path: string): readonly DocumentPart[] {
  const data = textAt(objectAt(block, "source"), "data");
  const isPdf = textAt(objectAt(block, "source"), "media_type") === "application/pdf";
  return isPdf && data !== undefined ? [{ path: `${path}.source.base64`, data }] : [];
}

/**
 * Every image, every PDF file and the amount of text in a Messages body, tool results included. `needs` differs by route: token counting has no
 * `max_tokens`, and on Vertex the model is in the URL.
 */
export function anthropicContent(params: unknown, needs: readonly string[]): RequestContent | Refusal {
  if (!isObject(params)) return badRequest("Input should be a valid dictionary");
  const missing = needs.find((name) => params[name] === undefined);
  if (missing !== undefined) return badRequest(`${missing}: Field required`);
  if (params["stream"] === true) {
    return badRequest("stream: the local endpoint of this demo answers in one piece; send the request without stream");
  }
  if (listAt(params, "messages").length === 0) return badRequest("messages: at least one message is required");
  const images: ImagePart[] = [];
  const documents: DocumentPart[] = [];
  let textCharacters = textAt(params, "system")?.length ?? 0;
  const visit = (content: unknown, path: string): void => {
    if (typeof content === "string") textCharacters += content.length;
    if (!Array.isArray(content)) return;
    content.forEach((block: unknown, index) => {
      const at = `${path}.${index}`;
      const type = textAt(block, "type");
      if (type === "text") textCharacters += textAt(block, "text")?.length ?? 0;
      if (type === "image") images.push(imagePart(block, `${at}.image`));
      if (type === "document") documents.push(...documentPart(block, `${at}.document`));
      if (type === "tool_result" && isObject(block)) visit(block["content"], `${at}.tool_result.content`);
    });
  };
  listAt(params, "messages").forEach((message, index) => {
    visit(isObject(message) ? message["content"] : undefined, `messages.${index}.content`);
  });
  return { model: textAt(params, "model") ?? "", images, documents, textCharacters };
}
