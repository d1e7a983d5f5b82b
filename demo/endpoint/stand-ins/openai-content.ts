import type { DocumentPart } from "../document-part.js";
import type { ImagePart, RequestContent } from "../image-part.js";
import { splitDataUrl } from "../image-part.js";
import { isObject, listAt, objectAt, textAt } from "../json.js";
import { badRequest } from "../refusal.js";
import type { Refusal } from "../refusal.js";

/** The member that has the conversation: in Chat Completions or in Responses. */
export type ConversationKey = "messages" | "input";

/** Chat Completions writes `image_url: { url }`, Mistral also the bare text, Responses only that. */
function imagePart(part: unknown, path: string): ImagePart | undefined {
  const type = textAt(part, "type");
  if (type !== "image_url" && type !== "input_image") return undefined;
  const url = textAt(part, "image_url") ?? textAt(objectAt(part, "image_url"), "url");
  const inline = url === undefined ? undefined : splitDataUrl(url);
  if (inline) return { kind: "base64", path, ...inline };
  // Chat Completions has no image by file id; only Responses' block says `file_id`.
  const id = type === "input_image" && url === undefined ? textAt(part, "file_id") : undefined;
  return id === undefined ? { kind: "url", path } : { kind: "file", path, id };
}

/** Chat Completions writes `file: { file_data }`, Responses the bare member. A file by id or by address is passed over: the package sends none. */
function documentPart(part: unknown, path: string): readonly DocumentPart[] {
  const type = textAt(part, "type");
  const chat = type === "file" ? textAt(objectAt(part, "file"), "file_data") : undefined;
  const data = type === "input_file" ? textAt(part, "file_data") : chat;
  if (data === undefined) return [];
  // The whole text where it is no data URL: it is no base64 either.
  return [{ path: `${path}${chat === undefined ? "" : ".file"}.file_data`, data: splitDataUrl(data)?.data ?? data }];
}

/** Every image, every PDF file and the amount of text in `messages` (Chat Completions) or `input` (Responses). */
export function openaiContent(body: unknown, key: ConversationKey): RequestContent | Refusal {
  if (!isObject(body))
    return badRequest("Invalid type for request body: expected an object.", { code: "invalid_type" });
  const model = textAt(body, "model");
  if (!model) return badRequest("you must provide a model parameter");
  if (body["stream"] === true) {
    return badRequest("The local endpoint of this demo answers in one piece; send the request without stream.", {
      code: "unsupported_value",
      param: "stream",
    });
  }
  const prompt = textAt(body, key) ?? "";
  if (listAt(body, key).length === 0 && prompt === "") {
    return badRequest(`Missing required parameter: '${key}'.`, { code: "missing_required_parameter", param: key });
  }
  const images: ImagePart[] = [];
  const documents: DocumentPart[] = [];
  let textCharacters = prompt.length + (textAt(body, "instructions")?.length ?? 0);
  listAt(body, key).forEach((message, index) => {
    const content = isObject(message) ? message["content"] : undefined;
    if (typeof content === "string") textCharacters += content.length;
    if (!Array.isArray(content)) return;
    content.forEach((part: unknown, at) => {
      textCharacters += textAt(part, "text")?.length ?? 0;
      const path = `${key}[${index}].content[${at}]`;
      const image = imagePart(part, path);
      if (image) images.push(image);
      documents.push(...documentPart(part, path));
    });
  });
  return { model, images, documents, textCharacters };
}
