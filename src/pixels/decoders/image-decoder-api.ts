/** `ImageDecoder` as far as we use it: TypeScript's DOM library does not have it yet. */

export interface ImageDecoderInit {
  data: ArrayBuffer;
  transfer?: ArrayBuffer[];
  type: string;
  desiredWidth?: number;
  desiredHeight?: number;
}

export interface ImageDecoderLike {
  decode: (options?: { frameIndex?: number; completeFramesOnly?: boolean }) => Promise<{ image: VideoFrame }>;
  /** Settle by themselves, and reject beside `decode` when a file is damaged. */
  completed: Promise<void>;
  tracks: { ready: Promise<void>; selectedTrack: { frameCount: number } | null };
  close: () => void;
}

export type ImageDecoderClass = new (init: ImageDecoderInit) => ImageDecoderLike;

/** `undefined` where the browser has none: Safari, Firefox before 133 and on Android, and with fingerprinting protection. */
export function imageDecoderClass(): ImageDecoderClass | undefined {
  return (globalThis as { ImageDecoder?: ImageDecoderClass }).ImageDecoder;
}
