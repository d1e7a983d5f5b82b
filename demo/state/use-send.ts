import { useEffect, useRef, useState } from "react";
import type { Dispatch } from "react";
import type { VisionDropzoneState } from "vision-dropzone";
import { ImageError } from "vision-dropzone/core";
import type { ContentBlock, Draft, Target } from "../targets/target.js";
import type { ConversationEvent } from "./conversation.js";
import { describeTrouble } from "./trouble.js";
import type { TroubleContext } from "./trouble.js";

/** `preparing`: images are still being worked on and Send waits for them (T15). */
export type SendPhase = "idle" | "preparing" | "sending";

interface SendInput {
  target: Target;
  draft: Omit<Draft<ContentBlock>, "blocks">;
  dropzone: VisionDropzoneState<ContentBlock>;
  /** The name of the API that answers. */
  provider: string;
  /** Images in earlier messages. */
  earlierImages: number;
  /** For the local endpoint: what it should refuse. */
  headers: Readonly<Record<string, string>>;
  dispatch: Dispatch<ConversationEvent>;
  /** Called when text and images were sent, to empty the text box. */
  onSent: () => void;
}

/** What is known of a request once it is made. */
type RequestFacts = Pick<TroubleContext, "bodyBytes" | "imageNames">;

/** The Send button: waits for the images, sends, and clears the draft only when the answer has arrived (T7). */
export function useSend({ target, draft, dropzone, provider, earlierImages, headers, dispatch, onSent }: SendInput) {
  const [phase, setPhase] = useState<SendPhase>("idle");
  const running = useRef<AbortController>(undefined);
  // A send outlives renders: what it says about a failure must be about the present list.
  const latest = useRef(dropzone);
  useEffect(() => {
    latest.current = dropzone;
  }, [dropzone]);

  async function run(signal: AbortSignal, onRequest: (facts: RequestFacts) => void): Promise<void> {
    const ready = await dropzone.whenReady({ signal });
    const { blocks, items, fileIds } = ready;
    const full = { ...draft, blocks };
    setPhase("sending");
    // Of the whole body, as this endpoint's SDK writes it.
    const bodyBytes = ready.estimate.bytes;
    const names = items.map(({ label }) => label);
    onRequest({ bodyBytes, imageNames: blocks.length === names.length ? names : undefined });
    if (target.action !== "count") {
      const stored = { provider: target.provider, fileIds };
      const images = items.map((item) => item.document ?? item.image ?? item);
      dispatch({ type: "sending", text: draft.text, images, stored, bodyBytes, itemIds: items.map(({ id }) => id) });
    }
    const answer = await target.call(full, { headers, signal });
    if (target.action === "count") return dispatch({ type: "noted", text: answer.text });
    dispatch({ type: "answered", ...answer, from: target.label });
    onSent();
    // Only what was sent: an image that was dropped in the meantime belongs to the next message.
    dropzone.removeSent(ready);
  }

  async function send(): Promise<void> {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    setPhase("preparing");
    let facts: RequestFacts | undefined;
    try {
      await run(controller.signal, (known) => (facts = known));
    } catch (error) {
      // If it is too large, the meter says so, with buttons that make the images fit.
      const { status, items } = latest.current;
      if (error instanceof ImageError && status === "over" && items.some((item) => item.status !== "rejected")) return;
      const trouble = describeTrouble(error, {
        provider,
        earlierMessages: draft.history.length,
        earlierImages,
        ...facts,
      });
      if (trouble) dispatch({ type: "failed", trouble });
      else dispatch({ type: "noted", text: "Stopped. Nothing was lost." });
    } finally {
      running.current = undefined;
      setPhase("idle");
    }
  }

  return { phase, send: () => void send(), stop: () => running.current?.abort() };
}
