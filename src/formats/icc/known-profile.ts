/** Recognizes a colour profile by its colours, not its name: names may be wrong, and small profiles have none ("c2"). */
import { fourCc, startsWith, u16be, u32be } from "../bytes.js";
import { srgbToLinear } from "./srgb-curve.js";

type Primaries = readonly (readonly [tag: string, x: number, y: number, z: number])[];

/** Red, green and blue in the profile connection space (CIE XYZ adapted to D50), as IEC 61966-2-1 profiles have them. */
const SRGB: Primaries = [
  ["rXYZ", 0.4361, 0.2225, 0.0139],
  ["gXYZ", 0.3851, 0.7169, 0.0971],
  ["bXYZ", 0.1431, 0.0606, 0.7141],
];
/** The same in SMPTE EG 432-1, with sRGB's curve: the profile of phones' photos. */
const DISPLAY_P3: Primaries = [
  ["rXYZ", 0.5151, 0.2412, -0.0011],
  ["gXYZ", 0.2919, 0.6922, 0.0419],
  ["bXYZ", 0.1572, 0.0666, 0.7841],
];
const CURVES = ["rTRC", "gTRC", "bTRC"];

const PRIMARY_TOLERANCE = 0.003;
/** A pure gamma of 2.2, which is another profile, is 0.0037 away at 0.1. */
const CURVE_TOLERANCE = 0.0015;
const CURVE_SAMPLES = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 1];

const MAX_TAGS = 256;

export function isSrgbProfile(icc: Uint8Array): boolean {
  return hasPrimaries(icc, SRGB);
}

export function isDisplayP3Profile(icc: Uint8Array): boolean {
  return hasPrimaries(icc, DISPLAY_P3);
}

/** Whether it has these primaries, and sRGB's curve for each. */
function hasPrimaries(icc: Uint8Array, primaries: Primaries): boolean {
  if (icc.length < 132 || !startsWith(icc, "acsp", 36) || !startsWith(icc, "RGB XYZ ", 16)) return false;
  const tags = readTags(icc);
  // If the profile has a lookup table, the colours need not follow primaries and curves.
  if (tags.has("A2B0")) return false;
  const hasAll = primaries.every(([tag, ...xyz]) => {
    const content = tags.get(tag);
    return (
      content !== undefined && xyz.every((value, n) => isNear(fixed(content, 8 + 4 * n), value, PRIMARY_TOLERANCE))
    );
  });
  return hasAll && CURVES.every((tag) => isSrgbCurve(tags.get(tag)));
}

function readTags(icc: Uint8Array): Map<string, Uint8Array> {
  const tags = new Map<string, Uint8Array>();
  const count = Math.min(u32be(icc, 128), MAX_TAGS);
  for (let at = 132; at < 132 + 12 * count; at += 12) {
    const start = u32be(icc, at + 4);
    tags.set(fourCc(icc, at), icc.subarray(start, start + u32be(icc, at + 8)));
  }
  return tags;
}

function isSrgbCurve(content: Uint8Array | undefined): boolean {
  const curve = content && (readTable(content) ?? readFormula(content));
  return curve !== undefined && CURVE_SAMPLES.every((x) => isNear(curve(x), srgbToLinear(x), CURVE_TOLERANCE));
}

type Curve = (x: number) => number;

function readTable(content: Uint8Array): Curve | undefined {
  const count = u32be(content, 8);
  if (!startsWith(content, "curv") || count < 2 || content.length < 12 + 2 * count) return undefined;
  const valueAt = (index: number) => u16be(content, 12 + 2 * Math.min(index, count - 1)) / 65_535;
  return (x) => {
    const place = x * (count - 1);
    const below = Math.floor(place);
    return valueAt(below) + (valueAt(below + 1) - valueAt(below)) * (place - below);
  };
}

/** Parametric curves of type 3 and 4; the others cannot be sRGB's. */
function readFormula(content: Uint8Array): Curve | undefined {
  const kind = u16be(content, 8);
  if (!startsWith(content, "para") || (kind !== 3 && kind !== 4)) return undefined;
  const parameter = (n: number) => fixed(content, 12 + 4 * n);
  const [gamma, a, b, c, d] = [parameter(0), parameter(1), parameter(2), parameter(3), parameter(4)];
  const [e, f] = kind === 4 ? [parameter(5), parameter(6)] : [0, 0];
  return (x) => (x >= d ? (a * x + b) ** gamma + e : c * x + f);
}

/** s15Fixed16Number. */
const fixed = (bytes: Uint8Array, at: number): number => (u32be(bytes, at) | 0) / 65_536;

const isNear = (value: number, wanted: number, tolerance: number): boolean => Math.abs(value - wanted) <= tolerance;
