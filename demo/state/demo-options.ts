/** What a person can set in the demo's options, and what a scene sets for them. */
export interface DemoOptions {
  targetId: string;
  /** Empty: the target's default. */
  model: string;
  /** Turn the box with the picture: a portrait then fits 960x1280. */
  turn: boolean;
  /** 0 to 1. */
  quality: number;
  /** "My backend takes at most ...", in bytes. */
  appCapBytes: number | undefined;
  /** Makes the local endpoint refuse above this many bytes, behind the meter's back: how a 413 really comes about. */
  endpointCapBytes: number | undefined;
}

/** Body limit of Vercel's functions, the app backend people meet first: 4.5 MB. */
export const APP_CAP_BYTES = 4_500_000;

/** Small enough that one prepared photo is refused. */
export const LOWERED_CAP_BYTES = 100_000;

export const DEFAULT_OPTIONS: DemoOptions = {
  targetId: "anthropic-messages",
  model: "",
  turn: false,
  quality: 0.85,
  appCapBytes: undefined,
  endpointCapBytes: undefined,
};
