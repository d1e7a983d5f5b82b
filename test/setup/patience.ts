/**
 * How long a test waits for what it asserts. `vi.waitFor` and `expect.poll` give up after a second, which a busy machine may need
 * for what takes milliseconds on a free one. If it never happens, this is still reported before the test's own limit.
 */
import { inject, vi } from "vitest";

const patienceMs = inject("patienceMs");
const { waitFor } = vi;

vi.waitFor = (callback, options) => {
  const given = typeof options === "number" ? { timeout: options } : options;
  return waitFor(callback, { timeout: patienceMs, interval: 20, ...given });
};
