/** Where a key leads in a list. Pure. */

/** The direction in which a list's items follow each other: that of a line of text, or downwards. */
export type Axis = "inline" | "block";

export interface KeyStep {
  /** `items`: to the next or previous item; `controls`: to the next or previous control of the same item. */
  among: "items" | "controls";
  step: 1 | -1;
}

/** `undefined` for any key but an arrow. */
export function arrowStep(key: string, axis: Axis, isRtl: boolean): KeyStep | undefined {
  const arrow = /^Arrow(Up|Down|Left|Right)$/.exec(key)?.[1];
  if (arrow === undefined) return undefined;
  const isBlock = arrow === "Up" || arrow === "Down";
  const isForward = isBlock ? arrow === "Down" : (arrow === "Right") !== isRtl;
  return { among: isBlock === (axis === "block") ? "items" : "controls", step: isForward ? 1 : -1 };
}
