/** What every method is asked for: the package's own defaults. */
export const BOX = { width: 1280, height: 960 };
export const QUALITY = 0.85;
