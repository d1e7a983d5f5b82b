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

/** Body limit of Vercel's functions, the app backend people meet first: 4.5 MB. */
export const APP_CAP_BYTES = 4_500_000;

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
