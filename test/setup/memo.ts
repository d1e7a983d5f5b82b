/**
 * Vitest evaluates vite.config.ts once for every project and loads global setups as modules of their own, so a module
 * variable does not remember. A registered symbol does: one value for the whole process.
 */
export function oncePerProcess<T>(key: string, make: () => T): T {
  const memory = globalThis as Record<symbol, T | undefined>;
  const symbol = Symbol.for(`vision-dropzone/test/${key}`);
  return (memory[symbol] ??= make());
}
