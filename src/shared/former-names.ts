/** Options that were renamed before 1.0. */
export interface FormerNames {
  /** @deprecated Renamed `maxRequestBytes`. */
  requestBytes?: number | undefined;
  /** @deprecated Renamed `earlierImageCount`. */
  earlierImages?: number | undefined;
}
interface CurrentNames {
  maxRequestBytes?: number | undefined;
  earlierImageCount?: number | undefined;
}

/** If both names are given, the new one counts. */
export function withCurrentNames<T extends FormerNames & CurrentNames>(options: T): T {
  const { maxRequestBytes = options.requestBytes, earlierImageCount = options.earlierImages } = options;
  return { ...options, maxRequestBytes, earlierImageCount };
}
