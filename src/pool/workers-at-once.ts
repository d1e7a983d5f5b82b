/**
 * How many workers are worth having: as many as cores, less one for the page. Measured: a third worker on two cores gains 3 %;
 * more than four cost memory and gain nothing.
 */
export function workersAtOnce(): number {
  return Math.min(4, Math.max(2, (globalThis.navigator?.hardwareConcurrency ?? 2) - 1));
}
