import { filesRules } from "./files-rules.js";
import type { FormProvider } from "./files-rules.js";
import { badRequest } from "./refusal.js";
import type { Refusal } from "./refusal.js";

/** The fields of an upload's form. */
export interface UploadForm {
  file: File;
  purpose: string | undefined;
  lifeSeconds: number | undefined;
}

/** The form in a multipart body, read by the platform's own parser; undefined for bytes that are no form. */
async function parseForm(bytes: Uint8Array, contentType: string): Promise<FormData | undefined> {
  try {
    // These bytes are never shared memory, which is all that the wider type would allow.
    return await new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { "content-type": contentType },
    }).formData();
  } catch {
    return undefined;
  }
}

function textField(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" ? value : undefined;
}

/** A required field is missing, in the provider's words. */
function missing(provider: FormProvider, param: string): Refusal {
  if (provider === "anthropic") return badRequest(`${param}: Field required`);
  return badRequest(`Missing required parameter: '${param}'.`, { code: "missing_required_parameter", param });
}

/** Reads an upload's form and checks it against the provider's rules. */
export async function readForm(
  provider: FormProvider,
  bytes: Uint8Array,
  contentType: string,
): Promise<UploadForm | Refusal> {
  const form = await parseForm(bytes, contentType);
  if (!form) return badRequest("The request body is not a valid multipart form.");
  const file = form.get("file");
  if (!(file instanceof File)) return missing(provider, "file");
  const { purposes, lifeName, minLifeSeconds: least, maxLifeSeconds: most } = filesRules[provider];
  const purpose = purposes && textField(form, "purpose");
  if (purposes && purpose === undefined) return missing(provider, "purpose");
  if (purposes && purpose !== undefined && !Object.hasOwn(purposes, purpose)) {
    const known = Object.keys(purposes).map((name) => `'${name}'`);
    const message = `'${purpose}' is not one of [${known.join(", ")}], which are what the local endpoint of this demo takes.`;
    return badRequest(message, { code: "invalid_value", param: "purpose" });
  }
  const life = textField(form, lifeName);
  const lifeSeconds = life === undefined ? undefined : Number(life);
  if (lifeSeconds !== undefined && !(lifeSeconds >= least && lifeSeconds <= most)) {
    return badRequest(`${lifeName}: Input should be between ${least} and ${most}`, { param: lifeName });
  }
  return { file, purpose, lifeSeconds };
}
