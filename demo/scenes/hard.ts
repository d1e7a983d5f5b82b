import { DEFAULT_OPTIONS } from "../state/demo-options.js";
import type { Scene, SceneFile } from "./scene.js";

const copies = (count: number): readonly SceneFile[] =>
  Array.from({ length: count }, (_, index) => ({
    sample: index % 2 === 0 ? "logo" : "screenshot",
    name: `picture-${index + 1}.png`,
  }));

/**
 * Hard cases for the layout: many images, long and foreign names, odd shapes, only rejected files, no limit, an impossible limit.
 */
export const hardScenes: readonly Scene[] = [
  { id: "twelve", samples: copies(12), text: "Which of these is the odd one out?" },
  { id: "sixty", samples: copies(60) },
  {
    id: "names",
    samples: [
      { sample: "logo", name: `${"a-very-long-name-".repeat(17)}.png` },
      { sample: "logo", name: "\u0635\u0648\u0631\u0629 \u0645\u0646 \u0627\u0644\u0631\u062d\u0644\u0629.png" },
      { sample: "logo", name: "\u{1f3de}\ufe0f\u{1f469}\u200d\u{1f469}\u200d\u{1f467} holiday.png" },
      { sample: "rejected", name: `${"a-very-long-name-".repeat(17)}.png` },
    ],
  },
  { id: "thin", samples: [{ name: "thin.png", width: 1, height: 5000 }] },
  { id: "only-rejected", samples: ["rejected", { sample: "rejected", name: "another-one.png" }] },
  { id: "no-limit", samples: ["logo"], options: { targetId: "ollama" } },
  {
    id: "full",
    text: "This alone is too much. ".repeat(2000),
    options: { ...DEFAULT_OPTIONS, appCapBytes: 30_000 },
  },
];
