/** The bench is plain JavaScript, which Node runs as it is; here what the tests use of it gets its types. */
export interface Size {
  width: number;
  height: number;
}

export interface Pixels extends Size {
  data: Uint8Array;
  channels: number;
}

interface Figures {
  psnrDb: number;
  bytes: number;
  aliasLevels?: number;
  accuracy?: number;
}

interface Verdict {
  mark: string;
  actual: number;
  limit: number;
  reached: boolean;
}

interface Row {
  name: string;
  kind: string;
  size: Size;
  pillow?: Figures;
  browsers: Record<string, Record<string, Figures | { failure: string }>>;
}

interface Bench {
  accuracy: {
    levenshtein: (one: string, other: string) => number;
    characterAccuracy: (read: string, known: string) => number;
  };
  decode: { decode: (file: Uint8Array) => Promise<Pixels> };
  "judge-browser": {
    judgeBrowser: (browser: string, rows: readonly Row[]) => (Verdict & { browser: string; input: string })[];
  };
  lanczos: {
    lanczosWeights: (from: number, to: number) => { start: number; weights: Float64Array }[];
    resizeChannel: (picture: Pixels, channel: number, to: Size) => Float64Array;
  };
  luma: { lumaOf: (picture: Pixels) => Float32Array; resizedLuma: (picture: Pixels, to: Size) => Float64Array };
  marks: {
    judgeInput: (input: {
      browser: string;
      subject: { kind: string; size: Size };
      ours: Figures;
      pillow: Figures;
    }) => Verdict[];
  };
  pillow: {
    findPillow: () => string | undefined;
    thumbnail: (
      python: string,
      input: { name: string; file: Uint8Array },
      options: { box: Size; type: "png" | "jpg" },
    ) => Size & { file: Uint8Array };
  };
  psnr: { psnr: (one: ArrayLike<number>, other: ArrayLike<number>) => number };
  ssim: { ssim: (one: ArrayLike<number>, other: ArrayLike<number>, size: Size) => number };
  "thumbnail-size": { thumbnailSize: (size: Size, box: Size) => Size };
  "zone-plate": {
    zonePlate: (size: Size) => Pixels;
    aliasLevels: (luma: ArrayLike<number>, size: Size, source: Size) => number;
  };
}

export async function bench<Name extends keyof Bench>(name: Name): Promise<Bench[Name]> {
  return (await import(`../../../bench/fidelity/${name}.mjs`)) as Bench[Name];
}
