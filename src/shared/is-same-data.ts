/** Whether two values have the same JSON. For plain data of a few figures, which is made anew more often than it changes. */
export function isSameData(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
