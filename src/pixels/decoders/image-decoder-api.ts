/** The part of `ImageDecoder` that we use: TypeScript's DOM library does not have it yet. */

export interface ImageDecoderInit {
  data: ArrayBuffer;
  transfer?: ArrayBuffer[];
  type: string;
  desiredWidth?: number;
  desiredHeight?: number;
}

export interface ImageDecoderLike {
  decode: (options?: { frameIndex?: number; completeFramesOnly?: boolean }) => Promise<{ image: VideoFrame }>;
  /** These settle by themselves, and reject besides `decode` if a file is damaged. */
  completed: Promise<void>;
  tracks: { ready: Promise<void>; selectedTrack: { frameCount: number } | null };
  close: () => void;
}

export type ImageDecoderClass = new (init: ImageDecoderInit) => ImageDecoderLike;

/** `undefined` if the browser has none: Safari, Firefox before 133 and on Android, and with fingerprinting protection. */
export function imageDecoderClass(): ImageDecoderClass | undefined {
  return (globalThis as { ImageDecoder?: ImageDecoderClass }).ImageDecoder;
}
