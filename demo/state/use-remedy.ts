import { useEffect, useRef } from "react";
import { flushSync } from "react-dom";
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
  /** What was wrong may have been fixed. `imageCount`: only the images changed, and there are this many now. */
  onChanged: (imageCount: number | undefined) => void;
}

/** If the API named no limit: the next attempt has this share of the refused size. */
const GUESS = 0.5;

/** Does what the button of an error says, and clears the error when its draft changes. */
export function useRemedy(input: RemedyInput): (remedy: Remedy) => void {
  const { dropzone, options, target, text, trouble, onOptions, onRetry, onChanged } = input;
  const { items, estimate, remove, setImageOptions, shrinkToFit } = dropzone;
  const images = items.map((item) => `${item.id} ${item.status === "ready" ? item.image?.bytes : ""}`).join();
  const isAboutText = trouble?.kind === "trouble" && trouble.trouble.isAboutText;
  const around = JSON.stringify([options, target.id, isAboutText && text]);
  const imageCount = items.filter(({ status }) => status !== "rejected").length;
  const refused = useRef<{ id: number | undefined; images: string; around: string }>(undefined);
  useEffect(() => {
    const { current } = refused;
    refused.current = { id: trouble?.id, images, around };
    if (!trouble || current?.id !== trouble.id) return;
    if (current.around !== around) onChanged(undefined);
    else if (current.images !== images) onChanged(imageCount);
  }, [trouble, images, imageCount, around, onChanged]);

  return (remedy) => {
    const sent = items.filter((item) => item.status === "ready");
    const at = "image" in remedy ? (remedy.image ?? sent.length - 1) : -1;
    const item = sent[at] ?? sent.at(-1);
    switch (remedy.kind) {
      case "retry":
        return onRetry();
      case "remove-image":
        return item && remove(item.id);
      case "remove-last":
        for (const { id } of items.filter(({ status }) => status !== "rejected").slice(-remedy.images)) remove(id);
        return;
      case "shrink-image": {
        if (!item?.image) return;
        const { width, height } = item.image;
        const scaled = (side: number) => Math.max(1, Math.floor(side * remedy.scale));
        return setImageOptions(item.id, { box: { width: scaled(width), height: scaled(height) } });
      }
      case "shrink-request": {
        // From now on the meter uses the API's real limit. Both at once: it is never over the limit without being shrunk.
        const appCapBytes = remedy.maxBytes ?? Math.floor(estimate.bytes * GUESS);
        shrinkToFit();
        return flushSync(() => onOptions({ appCapBytes }));
      }
    }
  };
}
