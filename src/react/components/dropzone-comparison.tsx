import { createElement, useContext } from "react";
import type { PreparedImage } from "../../shared/types.js";
import { useLazyPart } from "../hooks/use-lazy-part.js";
import { defaultMessages } from "../text/default-messages.js";
import { type DropzoneMessages, mergeMessages } from "../text/messages.js";
import { dataAttributes } from "./data-attributes.js";
import { DropzoneContext } from "./dropzone-context.js";

/** Props of `VisionDropzone.Comparison`. */
export interface DropzoneComparisonProps {
  /** As it came in. @default none: only what is sent is shown */
  original?: Blob | undefined;
  /** What is sent. */
  image: PreparedImage;
  /** Replaces those of the root around it, one by one. @default the root's; outside a root the English ones */
  messages?: Partial<DropzoneMessages> | undefined;
}

const loadComparison = () => import("../preview/compare-picture.js").then(({ ComparePicture }) => ComparePicture);

/**
 * The original against what is sent, under a slider, with their figures: the part of the preview that compares, for a place of your own.
 * Inside a root or not. Its code is loaded when it is drawn first.
 */
export function DropzoneComparison({ messages, ...props }: DropzoneComparisonProps) {
  const around = useContext(DropzoneContext)?.messages ?? defaultMessages;
  const words = mergeMessages(messages, around);
  const comparison = useLazyPart(loadComparison, true);
  if (!comparison) return <div {...dataAttributes("compare", {})} />;
  if (comparison === "missing") return <p role="alert">{words.listMissing}</p>;
  return createElement(comparison, { ...props, messages: words });
}
