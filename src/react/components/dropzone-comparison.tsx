import { createElement, useContext } from "react";
import type { PreparedImage } from "../../shared/types.js";
import { useLazyPart } from "../hooks/use-lazy-part.js";
import { defaultMessages } from "../text/default-messages.js";
import { type DropzoneMessages, mergeMessages } from "../text/messages.js";
import { dataAttributes } from "./data-attributes.js";
import { DropzoneContext } from "./dropzone-context.js";

/** Props of `VisionDropzone.Comparison`. */
export interface DropzoneComparisonProps {
  /** The original file. @default none: only what is sent is shown */
  original?: Blob | undefined;
  /** The image that is sent. */
  image: PreparedImage;
  /** Replaces the root's messages, one by one. @default the root's; outside a root the English ones */
  messages?: Partial<DropzoneMessages> | undefined;
}

const loadComparison = () => import("../preview/compare-picture.js").then((part) => part.ComparePicture);

/**
 * Compares the original with what is sent, under a slider, with their figures: the comparison of the preview, for a place of your
 * own, inside a root or not. Its code is loaded at its first render.
 */
export function DropzoneComparison({ messages, ...props }: DropzoneComparisonProps) {
  const around = useContext(DropzoneContext)?.messages ?? defaultMessages;
  const words = mergeMessages(messages, around);
  const comparison = useLazyPart(loadComparison, true);
  if (!comparison) return <div {...dataAttributes("compare", {})} />;
  if (comparison === "missing") return <p role="alert">{words.listMissing}</p>;
  return createElement(comparison, { ...props, messages: words });
}
