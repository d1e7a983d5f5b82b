import type { VisionDropzoneState } from "vision-dropzone";
import { measureRequest } from "vision-dropzone/core";
import type { ReadyItem, RelocationMode } from "vision-dropzone/core";
import type { Subject } from "../components/blocks-tab.js";
import { documentBlocks, linkBlocks, messageBlocks } from "../targets/target.js";
import type { ContentBlock, Draft, Target, ChatMessage } from "../targets/target.js";

interface SubjectInput {
  target: Target;
  draft: Omit<Draft<ContentBlock>, "blocks">;
  dropzone: VisionDropzoneState<ContentBlock>;
  relocation: RelocationMode;
}

/** As the meter counts it: by address, by file id if the image was uploaded to this provider, else inline. */
function blocksOf(item: ReadyItem, { endpoint }: Target, relocation: RelocationMode): readonly ContentBlock[] {
  // Until it is checked again, there may be an address here that the new endpoint does not take.
  if (item.document) return documentBlocks(endpoint, item.document);
  if (!item.image) return linkBlocks(endpoint, item.check);
  const { image, upload } = item;
  const stored = relocation !== "inline" && upload.status === "uploaded" && upload.provider === endpoint.provider;
  return [stored && endpoint.fileBlock ? endpoint.fileBlock(upload.fileId, image) : endpoint.toBlock(image)];
}

/** The person's last message and what came before it, as it was sent. */
function lastSent(
  history: readonly ChatMessage[],
): { message: Extract<ChatMessage, { role: "user" }>; before: readonly ChatMessage[] } | undefined {
  const at = history.findLastIndex(({ role }) => role === "user");
  const message = history[at];
  return message?.role === "user" ? { message, before: history.slice(0, at) } : undefined;
}

/** The draft if there is one, else what was sent last, else nothing. */
export function subjectOf({ target, draft, dropzone, relocation }: SubjectInput): Subject | undefined {
  const { items, estimate } = dropzone;
  const ready = items.flatMap((item) => (item.status === "ready" ? [item] : []));
  const underway = items.some(({ status }) => status === "waiting" || status === "working");
  if (ready.length > 0 || underway || draft.text !== "") {
    const blocks = ready.flatMap((item) => blocksOf(item, target, relocation));
    return {
      from: "draft",
      blocks,
      body: target.body({ ...draft, blocks }),
      bodyBytes: estimate.bytes,
      exact: estimate.exact,
    };
  }
  const sent = lastSent(draft.history);
  if (!sent) return undefined;
  const blocks = messageBlocks(target.endpoint, sent.message);
  const body = target.body({ ...draft, history: sent.before, text: sent.message.text, blocks });
  return { from: "sent", blocks, body, bodyBytes: measureRequest(body), exact: true };
}
