/**
 * The data attributes are public API: apps style and test by them. This is the only place that makes them.
 * Every part carries `data-vd-<part>`; a boolean state is present or absent, any other state is `data-<state>="value"`.
 */
import type { ImageItem, QueueStatus, UploadState } from "../../queue/types.js";
import type { MeterLevel } from "../../meter/types.js";
import type { ListLayout } from "./list-layout.js";

/** The action of an item's button: `data-action`. */
export type ItemAction = "remove" | "retry" | "earlier" | "later" | "keep-larger" | "split" | "menu";

/** The action of a button in the preview: `data-action`. */
export type PreviewAction = "previous" | "next" | "close" | "larger" | "smaller" | "menu" | "remove";

/** The action of a button in the choice of pages: `data-action`. */
export type PagesAction = "all" | "none" | "use" | "cancel";

/** The meaning of a segment of the meter's bar: `data-part`. */
export type MeterPart = "conversation" | "images" | "documents" | "pending";

type Stateless = Record<never, never>;

/**
 * Part -> its states. `dragActive`: files are over the drop target, `dragPage`: over the page; `imagesOnly`: none of them is an
 * image. `filled`: the list is not empty; `compact`: shown as a small button; `upload`: of a ready image only; `shown`: the text
 * is visible because it appears nowhere else; `byUrl`: an address that is not downloaded: being checked, sent as it is, or
 * rejected; `determinate`: the progress is known; `moreBefore`, `moreAfter`: there are more tiles, or rejected files, at that end, out of
 * sight.
 */
export interface PartStates {
  root: { status: QueueStatus; dragActive: boolean; dragPage: boolean; disabled: boolean; filled: boolean };
  area: { dragActive: boolean; dragPage: boolean; imagesOnly: boolean; disabled: boolean; compact: boolean };
  "area-icon": Stateless;
  "area-text": Stateless;
  "area-title": Stateless;
  "area-hint": Stateless;
  input: Stateless;
  rejected: Stateless;
  "rejected-text": Stateless;
  "rejected-list": { moreBefore: boolean; moreAfter: boolean };
  "rejected-action": { action: "remove" };
  "list-frame": { layout: ListLayout };
  list: { layout: ListLayout; moreBefore: boolean; moreAfter: boolean };
  "list-action": { action: "remove-all" };
  tooltip: Stateless;
  "tooltip-keys": Stateless;
  undo: Stateless;
  "undo-text": Stateless;
  "undo-action": Stateless;
  item: {
    id: string;
    status: ImageItem["status"];
    upload: UploadState["status"] | false;
    byUrl: boolean;
    pinned: boolean;
  };
  thumbnail: { status: ImageItem["status"] };
  "item-open": Stateless;
  "item-text": Stateless;
  "item-name": Stateless;
  "name-head": Stateless;
  "name-tail": Stateless;
  "item-detail": Stateless;
  "item-upload": { upload: UploadState["status"] };
  "item-error": Stateless;
  "item-hint": Stateless;
  password: Stateless;
  "password-input": Stateless;
  "password-action": Stateless;
  "pages-open": Stateless;
  pages: Stateless;
  "pages-frame": Stateless;
  "pages-title": Stateless;
  "pages-bar": Stateless;
  "pages-field": Stateless;
  "pages-note": { problem: boolean };
  "pages-grid": Stateless;
  "pages-page": { chosen: boolean };
  "pages-picture": Stateless;
  "pages-action": { action: PagesAction };
  progress: { determinate: boolean };
  actions: Stateless;
  action: { action: ItemAction };
  pin: Stateless;
  menu: Stateless;
  "menu-group": Stateless;
  "menu-item": Stateless;
  "menu-check": Stateless;
  "menu-name": Stateless;
  "menu-hint": Stateless;
  preview: Stateless;
  "preview-frame": Stateless;
  "preview-bar": Stateless;
  "preview-title": Stateless;
  "preview-position": Stateless;
  "preview-action": { action: PreviewAction };
  "preview-unfinished": { status: ImageItem["status"] };
  "preview-details": Stateless;
  "preview-changes": Stateless;
  "preview-actions": Stateless;
  compare: Stateless;
  "compare-stage": { panned: boolean; dragging: boolean };
  "compare-original": Stateless;
  "compare-slider": Stateless;
  "compare-handle": Stateless;
  "compare-tags": Stateless;
  "compare-tag": { side: "original" | "sent" };
  "compare-loupe": Stateless;
  "compare-loupe-half": Stateless;
  "compare-bar": Stateless;
  "compare-figures": Stateless;
  "compare-toggle": Stateless;
  "compare-note": Stateless;
  meter: { level: MeterLevel; exact: boolean };
  "meter-line": Stateless;
  "meter-gauge": Stateless;
  "meter-track": Stateless;
  "meter-segment": { part: MeterPart };
  "meter-cap": Stateless;
  "meter-text": Stateless;
  "meter-toggle": Stateless;
  "meter-actions": Stateless;
  "meter-action": Stateless;
  "meter-details": Stateless;
  "meter-figures": Stateless;
  "meter-legend": Stateless;
  "meter-key": { part: MeterPart };
  advice: Stateless;
  status: { shown: boolean };
  "form-control": Stateless;
  "form-error": Stateless;
}

/** Name of a part of the component. */
export type PartName = keyof PartStates;

type Attributes = Record<`data-${string}`, string>;

/** The attributes of one part in one state. */
export function dataAttributes<P extends PartName>(part: P, state: PartStates[P]): Attributes {
  const attributes: Attributes = { [`data-vd-${part}`]: "" };
  for (const [name, value] of Object.entries(state as Record<string, string | boolean>)) {
    if (value === false) continue;
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    attributes[`data-${kebab}`] = value === true ? "" : value;
  }
  return attributes;
}
