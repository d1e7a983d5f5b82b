import {
  type Box,
  DEFAULT_BOX,
  DEFAULT_QUALITY,
  type DocumentMode,
  type RelocationMode,
  type UrlMode,
} from "vision-dropzone/core";
import type { RefusalId } from "./refusals.js";

/** How pictures are fitted: see `BOXES`. */
export type BoxChoice = "strict" | "turn" | "endpoint";

export const BOXES: Readonly<Record<BoxChoice, Box | "endpoint">> = {
  strict: DEFAULT_BOX,
  turn: { ...DEFAULT_BOX, turn: true },
  endpoint: "endpoint",
};

/** What a person can set in the demo's options, or a scene for them. */
export interface DemoOptions {
  targetId: string;
  /** Empty: the target's default. */
  model: string;
  box: BoxChoice;
  /** 0 to 1. */
  quality: number;
  relocation: RelocationMode;
  /** For images by address, if the endpoint takes them: otherwise they are downloaded. */
  urls: Exclude<UrlMode, "off">;
  /** PDF files: as images of their pages, or as they are, if the endpoint takes them. */
  documents: DocumentMode;
  /** "My backend takes at most ...", in bytes. */
  appCapBytes: number | undefined;
  /** Makes the local endpoint refuse although the meter allows the request, to show an API's error. */
  refusal: RefusalId | undefined;
}

/** Body limits of servers that people meet first, in bytes: nginx's default, rounded down, and that of Vercel's functions. */
export const APP_CAPS_BYTES = [1_000_000, 4_500_000] as const;

export const DEFAULT_OPTIONS: DemoOptions = {
  targetId: "anthropic-messages",
  model: "",
  box: "strict",
  quality: DEFAULT_QUALITY,
  relocation: "inline",
  urls: "fetch",
  documents: "images",
  appCapBytes: undefined,
  refusal: undefined,
};
