import type { Size } from "../../shared/types.js";
import { dataAttributes } from "../components/data-attributes.js";
import type { Pan } from "./place-picture.js";

interface LoupeProps {
  /** Addresses of the two pictures. */
  original: string;
  sent: string;
  /** Size of the picture that is sent. */
  size: Size;
  /** The point that it shows, from 0 to 1 along the picture's sides. */
  point: Pan;
  /** Where that point is in the box, in CSS pixels. */
  at: Pan;
  box: Size;
}

/** CSS pixels per pixel of the sent picture. */
const ZOOM = 2;
const MOST_PX = 168;

/** Both pictures at the handle, enlarged, side by side in the same way. Hidden from screen readers. */
export function Loupe({ original, sent, size, point, at, box }: LoupeProps) {
  const across = Math.min(MOST_PX, box.width / 2, box.height / 2);
  const [width, height] = [size.width * ZOOM, size.height * ZOOM];
  const picture = { width, height, left: across / 2 - point.x * width, top: across / 2 - point.y * height };
  // It stays inside the box, whatever it shows.
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
