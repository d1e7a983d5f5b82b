import { badRequest } from "./envelopes.js";
import type { Refusal } from "./envelopes.js";
import { filesRules } from "./files-rules.js";
import type { ProviderName } from "./http-types.js";

/** What an upload's form says. */
export interface UploadForm {
  file: File;
  purpose: string | undefined;
  lifeSeconds: number | undefined;
}

const PURPOSES = ["vision", "user_data"];

/** The form in a multipart body, read by the platform's own parser; undefined for bytes that are no form. */
async function parseForm(bytes: Buffer, contentType: string): Promise<FormData | undefined> {
  try {
    // Node's own buffers are never shared memory, which is all that the wider type would allow.
    return await new Response(bytes as Buffer<ArrayBuffer>, { headers: { "content-type": contentType } }).formData();
  } catch {
    return undefined;
  }
}

function textField(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" ? value : undefined;
}

/** A required field that is not there, in the provider's words. */
function missing(provider: ProviderName, param: string): Refusal {
  if (provider === "anthropic") return badRequest(`${param}: Field required`);
  return badRequest(`Missing required parameter: '${param}'.`, { code: "missing_required_parameter", param });
}

/** Reads an upload's form and holds it to the provider's rules. */
export async function readForm(
  provider: ProviderName,
  bytes: Buffer,
  contentType: string,
): Promise<UploadForm | Refusal> {
  const form = await parseForm(bytes, contentType);
  if (!form) return badRequest("The request body is not a valid multipart form.");
  const file = form.get("file");
  if (!(file instanceof File)) return missing(provider, "file");
  const purpose = provider === "openai" ? textField(form, "purpose") : undefined;
  if (provider === "openai") {
    if (purpose === undefined) return missing(provider, "purpose");
    if (!PURPOSES.includes(purpose)) {
      const message = `'${purpose}' is not one of ['vision', 'user_data'], which are what the local endpoint of this demo takes.`;
      return badRequest(message, { code: "invalid_value", param: "purpose" });
    }
  }
  const lifeName = provider === "anthropic" ? "expires_in_seconds" : "expires_after[seconds]";
  const life = textField(form, lifeName);
  const lifeSeconds = life === undefined ? undefined : Number(life);
  const { minLifeSeconds: least, maxLifeSeconds: most } = filesRules[provider];
  if (lifeSeconds !== undefined && !(lifeSeconds >= least.value && lifeSeconds <= most.value)) {
    return badRequest(`${lifeName}: Input should be between ${least.value} and ${most.value}`, { param: lifeName });
  }
  return { file, purpose, lifeSeconds };
}
