import type { VisionDropzoneState } from "vision-dropzone";
import { measureRequest } from "vision-dropzone/core";
import type { Subject } from "../components/blocks-tab.js";
import type { ContentBlock, Draft, Target, Turn } from "../targets/target.js";

interface SubjectInput {
  target: Target;
  draft: Omit<Draft<ContentBlock>, "blocks">;
  dropzone: VisionDropzoneState<ContentBlock>;
}

/** The last turn of the user's and what went before it, as it was sent. */
function lastSent(history: readonly Turn[]): { turn: Extract<Turn, { role: "user" }>; before: readonly Turn[] } | undefined {
  const at = history.findLastIndex(({ role }) => role === "user");
  const turn = history[at];
  return turn?.role === "user" ? { turn, before: history.slice(0, at) } : undefined;
}

/** The draft if there is one, else what was sent last, else nothing. */
export function subjectOf({ target, draft, dropzone }: SubjectInput): Subject | undefined {
  const { items, estimate } = dropzone;
  const images = items.flatMap((item) => (item.status === "ready" ? [item.image] : []));
  const underway = items.some(({ status }) => status === "waiting" || status === "working");
  if (images.length > 0 || underway || draft.text !== "") {
    const blocks = images.map((image) => target.endpoint.toBlock(image));
    return { from: "draft", blocks, body: target.body({ ...draft, blocks }), bodyBytes: estimate.bytes, exact: estimate.exact };
  }
  const sent = lastSent(draft.history);
  if (!sent) return undefined;
  const blocks = sent.turn.images.map((image) => target.endpoint.toBlock(image));
  const body = target.body({ ...draft, history: sent.before, text: sent.turn.text, blocks });
  return { from: "sent", blocks, body, bodyBytes: measureRequest(body), exact: true };
}
