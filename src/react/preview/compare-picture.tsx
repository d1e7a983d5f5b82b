/** Compares the original with what is sent, under a slider. Loaded when an image is first opened. */
import type { CSSProperties, KeyboardEvent, PointerEvent } from "react";
import { useRef, useState } from "react";
import { formatName } from "../../shared/media-types.js";
import type { PreparedImage } from "../../shared/types.js";
import { dataAttributes } from "../components/data-attributes.js";
import { HandleIcon } from "./preview-icons.js";
import { useElementSize } from "../hooks/use-element-size.js";
import { useObjectUrl } from "../hooks/use-object-url.js";
import type { DropzoneMessages } from "../text/messages.js";
import { Loupe } from "./loupe.js";
import { type Pan, panBy, panTo, placePicture } from "./place-picture.js";
import { type AllMessages, withPreviewWords } from "./preview-messages.js";
import { type OriginalStatus, useOriginal } from "./use-original.js";

export interface ComparePictureProps {
  /** The original file. @default none: only what is sent is shown */
  original?: Blob | undefined;
  image: PreparedImage;
  messages: DropzoneMessages;
}

/** How close to the handle, in CSS pixels, a pointer shows the loupe. */
const NEAR_PX = 28;
/** Half the width of the slider's thumb, which extends past both sides. */
const HALF_THUMB_PX = 22;
/** How far an arrow key moves the picture, in CSS pixels. */
const KEY_PAN_PX = 60;

const CENTRE: Pan = { x: 0.5, y: 0.5 };

export function ComparePicture({ original: file, image, messages: given }: ComparePictureProps) {
  const messages = withPreviewWords(given);
  const stageRef = useRef<HTMLDivElement>(null);
  const box = useElementSize(stageRef);
  const sentUrl = useObjectUrl(image.blob);
  const original = useOriginal(file, image);
  const [percent, setPercent] = useState(50);
  const [isActual, setActual] = useState(false);
  const [pan, setPan] = useState(CENTRE);
  const [drag, setDrag] = useState<Pan>();
  /** Height in the picture that the loupe shows, from 0 to 1; `undefined`: the loupe is hidden. */
  const [lookAt, setLookAt] = useState<number>();

  const placed = placePicture(image, box, isActual, pan);
  const { picture, seen } = placed;
  const handleX = seen.left + (seen.width * percent) / 100;
  const isPanned = isActual && (picture.width > box.width || picture.height > box.height);
  const hasDetail = image.width > box.width || image.height > box.height;
  const isCompared = original.status === "shown";

  const toggleActual = () => {
    // Keeps the point under the handle in view.
    const point = { x: (handleX - picture.left) / picture.width, y: CENTRE.y };
    setPan(panTo(point, image, box));
    setActual(!isActual);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = isPanned && event.target === event.currentTarget ? PAN_KEYS[event.key] : undefined;
    if (!by) return;
    event.preventDefault();
    setPan(panBy(pan, placed, box, by));
  };
  const onPointerDown = (event: PointerEvent) => {
    if (!isPanned || event.button !== 0 || (event.target as Element).localName === "input") return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ x: event.clientX, y: event.clientY });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag) {
      setPan(panBy(pan, placed, box, { x: drag.x - event.clientX, y: drag.y - event.clientY }));
      setDrag({ x: event.clientX, y: event.clientY });
      return;
    }
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const isAtHandle = event.buttons > 0 || Math.abs(event.clientX - left - handleX) <= NEAR_PX;
    const down = (event.clientY - top - seen.top) / seen.height;
    setLookAt(isAtHandle ? Math.min(1, Math.max(0, down)) : undefined);
  };

  return (
    <div {...dataAttributes("compare", {})}>
      {/* The original is on the left in every language, so the slider is not mirrored either. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it is a group where it can be moved by keys */}
      <div
        {...dataAttributes("compare-stage", { panned: isPanned, dragging: drag !== undefined })}
        ref={stageRef}
        style={{ "--vd-ratio": `${image.width} / ${image.height}` } as CSSProperties}
        dir="ltr"
        {...(isPanned && { role: "group", tabIndex: 0, "aria-label": messages.comparePan })}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => setDrag(undefined)}
        onPointerCancel={() => setDrag(undefined)}
        onPointerLeave={() => setLookAt(undefined)}
      >
        {sentUrl !== undefined && (
          <img src={sentUrl} alt={messages.compareSentAlt(image.name)} draggable={false} style={picture} />
        )}
        {original.url !== undefined && (
          <img
            {...dataAttributes("compare-original", {})}
            src={original.url}
            alt={messages.compareOriginalAlt(image.source.name)}
            draggable={false}
            hidden={!isCompared}
            style={{ ...picture, clipPath: `inset(0 ${picture.left + picture.width - handleX}px 0 0)` }}
            onLoad={original.onLoad}
            onError={original.onError}
          />
        )}
        {isCompared && (
          <>
            <span {...dataAttributes("compare-tags", {})} style={{ ...seen }} aria-hidden="true">
              <span {...dataAttributes("compare-tag", { side: "original" })}>{messages.compareOriginal}</span>
              <span {...dataAttributes("compare-tag", { side: "sent" })}>{messages.compareSent}</span>
            </span>
            <input
              {...dataAttributes("compare-slider", {})}
              type="range"
              min={0}
              max={100}
              value={percent}
              aria-label={messages.compareSlider}
              aria-valuetext={messages.compareShare(percent)}
              style={{
                left: seen.left - HALF_THUMB_PX,
                top: seen.top,
                width: seen.width + 2 * HALF_THUMB_PX,
                height: seen.height,
              }}
              onChange={(event) => setPercent(Number(event.target.value))}
              onKeyDown={(event) => {
                setLookAt(CENTRE.y);
                // In a form Enter would submit it.
                if (event.key === "Enter") event.preventDefault();
              }}
              onFocus={(event) => event.target.matches(":focus-visible") && setLookAt(CENTRE.y)}
              onBlur={() => setLookAt(undefined)}
            />
            <span
              {...dataAttributes("compare-handle", {})}
              style={{ left: handleX, top: seen.top, height: seen.height }}
              aria-hidden="true"
            >
              <HandleIcon />
            </span>
            {lookAt !== undefined && sentUrl !== undefined && original.url !== undefined && !drag && (
              <Loupe
                original={original.url}
                sent={sentUrl}
                size={image}
                point={{
                  x: (handleX - picture.left) / picture.width,
                  y: (seen.top + lookAt * seen.height - picture.top) / picture.height,
                }}
                at={{ x: handleX, y: seen.top + lookAt * seen.height }}
                box={box}
              />
            )}
          </>
        )}
      </div>
      <div {...dataAttributes("compare-bar", {})}>
        <Figures image={image} messages={messages} />
        <button
          {...dataAttributes("compare-toggle", {})}
          type="button"
          aria-pressed={isActual}
          disabled={!isActual && !hasDetail}
          onClick={toggleActual}
        >
          {messages.compareActualSize}
        </button>
      </div>
      <Note status={original.status} image={image} messages={messages} />
    </div>
  );
}

const PAN_KEYS: Readonly<Record<string, Pan>> = {
  ArrowLeft: { x: -KEY_PAN_PX, y: 0 },
  ArrowRight: { x: KEY_PAN_PX, y: 0 },
  ArrowUp: { x: 0, y: -KEY_PAN_PX },
  ArrowDown: { x: 0, y: KEY_PAN_PX },
};

function Figures({ image, messages }: { image: PreparedImage; messages: AllMessages }) {
  return (
    <dl {...dataAttributes("compare-figures", {})}>
      <div>
        <dt>{messages.compareOriginal}</dt>
        <dd>
          <bdi>{messages.picture(image.source)}</bdi>
        </dd>
      </div>
      <div>
        <dt>{messages.compareSent}</dt>
        <dd>
          <bdi>{messages.picture(image)}</bdi>
        </dd>
      </div>
      <div>
        <dt>{messages.compareSaving}</dt>
        <dd>
          <bdi>{messages.compareSaved(image.source.bytes, image.bytes)}</bdi>
        </dd>
      </div>
    </dl>
  );
}

interface NoteProps {
  status: OriginalStatus;
  image: PreparedImage;
  messages: AllMessages;
}

/** Why there is nothing to compare with. */
function Note({ status, image, messages }: NoteProps) {
  if (status !== "gone" && status !== "unshown") return null;
  const text = status === "gone" ? messages.originalGone : messages.originalUnshown(formatName(image.source.mediaType));
  return (
    <p {...dataAttributes("compare-note", {})} role="status">
      <bdi>{text}</bdi>
    </p>
  );
}
