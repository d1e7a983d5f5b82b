import { useEffect, useRef, useState } from "react";
import type { VisionDropzoneState } from "vision-dropzone";
import type { ContentBlock, Target } from "../targets/target.js";
import type { Entry } from "./conversation.js";
import type { DemoOptions } from "./demo-options.js";
import type { Remedy } from "./trouble.js";

interface RemedyInput {
  dropzone: VisionDropzoneState<ContentBlock>;
  options: DemoOptions;
  target: Target;
  text: string;
  trouble: Entry | undefined;
  onOptions: (change: Partial<DemoOptions>) => void;
  onRetry: () => void;
  /** What was wrong may have been fixed. */
  onChanged: () => void;
}

/** If the API named no limit: the next attempt has this share of the refused size. */
const GUESS = 0.5;

/** Does what the button of an error says, and clears the error when its draft changes. */
export function useRemedy(input: RemedyInput): (remedy: Remedy) => void {
  const { dropzone, options, target, text, trouble, onOptions, onRetry, onChanged } = input;
  const { items, status, estimate, remove, setImageOptions, shrinkToFit } = dropzone;
  const [shrinking, setShrinking] = useState(false);

  useEffect(() => {
    if (!shrinking || status !== "over") return;
    setShrinking(false);
    shrinkToFit();
  }, [shrinking, status, shrinkToFit]);

  const images = items.map((item) => `${item.id} ${item.status === "ready" ? item.image?.bytes : ""}`).join();
  const isAboutText = trouble?.kind === "trouble" && trouble.trouble.isAboutText;
  const draft = JSON.stringify([images, options, target.id, isAboutText && text]);
  const refused = useRef<{ id: number | undefined; draft: string }>(undefined);
  useEffect(() => {
    if (refused.current?.id !== trouble?.id) refused.current = { id: trouble?.id, draft };
    else if (trouble && refused.current?.draft !== draft) onChanged();
  }, [trouble, draft, onChanged]);

  return (remedy) => {
    const sent = items.filter((item) => item.status === "ready");
    const at = "image" in remedy ? (remedy.image ?? sent.length - 1) : -1;
    const item = sent[at] ?? sent.at(-1);
    switch (remedy.kind) {
      case "retry":
        return onRetry();
      case "remove-image":
        return item && remove(item.id);
      case "shrink-image": {
        if (!item?.image) return;
        const { width, height } = item.image;
        const scaled = (side: number) => Math.max(1, Math.floor(side * remedy.scale));
        return setImageOptions(item.id, { box: { width: scaled(width), height: scaled(height) } });
      }
      case "shrink-request":
        // From now on the meter uses the API's real limit.
        onOptions({ appCapBytes: remedy.maxBytes ?? Math.floor(estimate.bytes * GUESS) });
        return setShrinking(true);
    }
  };
}
