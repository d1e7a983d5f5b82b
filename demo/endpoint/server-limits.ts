const MIB = 2 ** 20;

/** How the local endpoint protects the machine it runs on; no provider's figures. Those come from the package's endpoints. */
export const serverLimits = {
  /** Bodies held in memory at the same time, in bytes, all requests together: one of the largest batches. */
  bufferBytes: 256 * MIB,
  /** Longest pause within a body, in milliseconds. */
  idleMs: 20_000,
  /** Longest wait for the real API, in milliseconds; the SDKs themselves wait ten minutes. */
  upstreamMs: 600_000,
  /** Finished batches remembered for the results call. */
  batches: 20,
  /** Body of a route that takes no images, in bytes. */
  controlBytes: 64 * 1024,
} as const;
