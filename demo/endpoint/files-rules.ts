import { anthropicMessages, openaiBatch, openaiResponses } from "vision-dropzone/endpoints";

/** Providers whose uploads are forms; Gemini's are not, see `stand-ins/gemini-files.ts`. */
export type FormProvider = "anthropic" | "openai";

interface FilesRules {
  /** Largest file, in bytes: the package's own constant. */
  maxFileBytes: number;
  /** What a file may be for, each with a cap of its own where it has one; undefined where the API does not ask. */
  purposes?: Readonly<Record<string, number | undefined>>;
  /** Shortest and longest life an upload may ask for, in seconds. */
  minLifeSeconds: number;
  maxLifeSeconds: number;
  lifeName: string;
}

/** What the real Files APIs refuse. The lives are those of `@anthropic-ai/sdk` 1.11.0 and `openai` 7.55.0, resources/files.d.ts. */
export const filesRules: Readonly<Record<FormProvider, FilesRules>> = {
  anthropic: {
    maxFileBytes: anthropicMessages.maxFileBytes ?? Infinity,
    minLifeSeconds: 3600,
    maxLifeSeconds: 7_776_000,
    lifeName: "expires_in_seconds",
  },
  openai: {
    maxFileBytes: openaiResponses.maxFileBytes ?? Infinity,
    purposes: { vision: undefined, user_data: undefined, batch: openaiBatch.caps.maxRequestBytes },
    minLifeSeconds: 3600,
    maxLifeSeconds: 2_592_000,
    lifeName: "expires_after[seconds]",
  },
};

/** How the local endpoint protects the machine it runs on; no provider's figures. */
export const filesLimits = {
  /** Files held at the same time, all providers together, in bytes; the oldest go first. */
  heldBytes: 256 * 2 ** 20,
  /** What multipart adds around a file: boundaries, headers, the other fields. */
  framingBytes: 64 * 1024,
} as const;
