/** The SDKs of Mistral and OpenRouter have `imageUrl` in TypeScript and send `image_url`. */

const RENAME_BYTES = "image_url".length - "imageUrl".length;

/** `Endpoint.wireBytes` of both. */
export function renamedImageUrl(value: object, jsonBytes: () => number): number | undefined {
  return "imageUrl" in value && "type" in value && value.type === "image_url" ? jsonBytes() + RENAME_BYTES : undefined;
}
