import type { ProviderName } from "./http-types.js";
import type { Figure } from "./rules.js";

const MIB = 2 ** 20;

const read = (value: number, source: string, confidence: Figure["confidence"]): Figure => ({
  value,
  source,
  asOf: "2026-11-20",
  confidence,
});

const ANTHROPIC_SIZES = "https://platform.claude.com/docs/en/api/overview#request-size-limits";
const OPENAI_FILES = "openai 7.55.0, resources/files.d.ts";

interface FilesRules {
  /** Largest file, in bytes. */
  maxFileBytes: Figure;
  /** Shortest and longest life an upload may ask for, in seconds. */
  minLifeSeconds: Figure;
  maxLifeSeconds: Figure;
}

/**
 * What the real Files APIs refuse. Both providers write "MB"; every figure of theirs that could be measured means 2^20 bytes by
 * it, so these are read the same way (the unit is our inference, D).
 */
export const filesRules: Readonly<Record<ProviderName, FilesRules>> = {
  anthropic: {
    maxFileBytes: read(500 * MIB, ANTHROPIC_SIZES, "B"),
    minLifeSeconds: read(3600, "@anthropic-ai/sdk 1.11.0, resources/files.d.ts", "A"),
    maxLifeSeconds: read(7_776_000, "@anthropic-ai/sdk 1.11.0, resources/files.d.ts", "A"),
  },
  openai: {
    maxFileBytes: read(512 * MIB, OPENAI_FILES, "A"),
    minLifeSeconds: read(3600, OPENAI_FILES, "A"),
    maxLifeSeconds: read(2_592_000, OPENAI_FILES, "A"),
  },
};

/** How the local endpoint protects the machine it runs on; no provider's figures. */
export const filesLimits = {
  /** Files held at the same time, both providers together, in bytes; the oldest go first. */
  heldBytes: 256 * MIB,
  /** What multipart adds around a file: boundaries, headers, the other fields. */
  framingBytes: 64 * 1024,
} as const;
