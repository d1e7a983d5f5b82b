import type { PreparedImage } from "vision-dropzone/core";
import type { Endpoint } from "vision-dropzone/core";
import type { AnthropicImageBlock, OpenaiChatImagePart, OpenaiResponsesImage } from "vision-dropzone/endpoints";

/** Any block that one of the demo's endpoints takes. */
export type ContentBlock = AnthropicImageBlock | OpenaiChatImagePart | OpenaiResponsesImage;

/** A finished turn of the conversation. Images are kept prepared, not as blocks, so that the endpoint can be changed midway. */
export type Turn =
  | { role: "user"; text: string; images: readonly PreparedImage[] }
  | { role: "assistant"; text: string };

/** What one request is made of: the earlier turns, and the message being written. */
export interface Draft<B> {
  history: readonly Turn[];
  text: string;
  blocks: readonly B[];
  model: string;
}

export interface CallOptions {
  /** Lowers the local endpoint's cap, in bytes; the real APIs ignore it. */
  capBytes: number | undefined;
  signal: AbortSignal;
}

export interface Answer {
  text: string;
  /** As the API counts, e.g. "1,613 tokens in, 24 out". */
  usage: string;
}

/** One entry of the endpoint picker: which body is sent, and how. */
export interface Target {
  id: string;
  label: string;
  provider: "anthropic" | "openai";
  endpoint: Endpoint<ContentBlock>;
  /** What the button does: a conversation goes on, a batch is answered later, a count leaves the draft where it is. */
  action: "send" | "count" | "batch";
  defaultModel: string;
  /** The body that `call` sends, to the byte. */
  body: (draft: Draft<ContentBlock>) => unknown;
  call: (draft: Draft<ContentBlock>, options: CallOptions) => Promise<Answer>;
}

interface TargetDefinition<B extends ContentBlock, P> extends Pick<Target, "provider" | "action" | "defaultModel"> {
  endpoint: Endpoint<B>;
  params: (draft: Draft<B>) => P;
  call: (params: P, options: CallOptions) => Promise<Answer>;
}

/** Ties body and call together: what is measured is what is sent. */
export function defineTarget<B extends ContentBlock, P>(definition: TargetDefinition<B, P>): Target {
  const { endpoint, params, call, ...rest } = definition;
  // The picker holds targets of several block types; each only ever gets blocks that its own endpoint made.
  const own = (draft: Draft<ContentBlock>): Draft<B> => draft as Draft<B>;
  return {
    ...rest,
    id: endpoint.id,
    label: endpoint.label,
    endpoint,
    body: (draft) => params(own(draft)),
    call: (draft, options) => call(params(own(draft)), options),
  };
}

/** "1,613 tokens in, 24 out". */
export function describeUsage(input: number | undefined, output: number | undefined): string {
  if (input === undefined || output === undefined) return "";
  return `${input.toLocaleString("en-US")} tokens in, ${output.toLocaleString("en-US")} out`;
}
