import type { Size } from "../../shared/types.js";
import { dataAttributes } from "../components/data-attributes.js";
import type { Pan } from "./place-picture.js";

interface LoupeProps {
  /** Addresses of the two pictures. */
  original: string;
  sent: string;
  /** Of the picture that is sent. */
  size: Size;
  /** What it looks at, from 0 to 1 along the picture's sides. */
  point: Pan;
  /** Where that lies in the box, in CSS pixels. */
  at: Pan;
  box: Size;
}

/** Each pixel that is sent takes so many CSS pixels. */
const ZOOM = 2;
const MOST_PX = 168;

/** Both pictures at the handle, enlarged, side by side as around it. For the eye alone. */
export function Loupe({ original, sent, size, point, at, box }: LoupeProps) {
  const across = Math.min(MOST_PX, box.width / 2, box.height / 2);
  const [width, height] = [size.width * ZOOM, size.height * ZOOM];
  const picture = { width, height, left: across / 2 - point.x * width, top: across / 2 - point.y * height };
  // It stays in the box, whatever it looks at.
  const within = (middle: number, room: number) => Math.min(room - across, Math.max(0, middle - across / 2));
  return (
    <span
      {...dataAttributes("compare-loupe", {})}
      style={{ left: within(at.x, box.width), top: within(at.y, box.height), width: across, height: across }}
      aria-hidden="true"
    >
      <img src={sent} alt="" style={picture} />
      <span {...dataAttributes("compare-loupe-half", {})}>
        <img src={original} alt="" style={picture} />
      </span>
    </span>
  );
}
