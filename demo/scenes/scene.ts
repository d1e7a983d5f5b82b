import type { PanelTab } from "../components/side-panel.js";
import type { DemoOptions } from "../state/demo-options.js";
import type { SampleId } from "../state/samples.js";

/** A sample, under another name where it has one; or a picture of one colour, of that size in pixels. */
export type SceneFile = SampleId | { sample: SampleId; name: string } | { name: string; width: number; height: number };

/** A state of the page worth looking at, opened by `?scene=<id>`, on another endpoint by `&endpoint=<id>`; people and tests use the same ones. */
export interface Scene {
  id: string;
  samples?: readonly SceneFile[];
  text?: string;
  options?: Partial<DemoOptions>;
  /** The panel is open, on this tab. */
  tab?: PanelTab;
  theme?: "light" | "dark";
  direction?: "rtl";
  /** Presses Send once no work is under way. */
  send?: boolean;
}
