/** What is attacked with generated input: a name, its part of all inputs, and a property that must hold for each of them. */
import type { IAsyncProperty, IProperty } from "fast-check";

export interface FuzzTarget {
  name: string;
  /** How many of a thousand inputs go to this target. The shares of all targets sum to 1000. */
  share: number;
  /** Made again for every run. It throws, or returns false, if something is wrong. */
  property: () => IAsyncProperty<unknown> | IProperty<unknown>;
}

/** A property's own complaint: what is wrong, and the figures. */
export function must(holds: boolean, complaint: () => string): asserts holds {
  if (!holds) throw new Error(complaint());
}

export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
