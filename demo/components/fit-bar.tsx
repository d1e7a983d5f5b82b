import type { VisionDropzoneState } from "vision-dropzone";
import type { ContentBlock } from "../targets/target.js";

interface FitBarProps {
  dropzone: VisionDropzoneState<ContentBlock>;
  /** A button was pressed, and may be gone. */
  onDone: () => void;
}

/** What makes a request fit that is too large, and how to take it back. Nothing while all is well. */
export function FitBar({ dropzone, onDone }: FitBarProps) {
  const { fitting, status, items, shrinkToFit, undoShrink, remove } = dropzone;
  const last = items.findLast((item) => item.status !== "rejected");
  if (status === "over") {
    return (
      <div className="fit-bar" role="group" aria-label="Make it fit">
        {fitting.status !== "impossible" && last && (
          <button
            type="button"
            className="tool"
            onClick={() => {
              shrinkToFit();
              onDone();
            }}
          >
            Shrink to fit
          </button>
        )}
        {last && (
          <button
            type="button"
            className="tool"
            onClick={() => {
              remove(last.id);
              onDone();
            }}
          >
            Remove last image
          </button>
        )}
      </div>
    );
  }
  if (fitting.status !== "shrunk") return null;
  const { imageCount } = fitting;
  return (
    <div className="fit-bar">
      <span>{imageCount === 1 ? "One image" : `${imageCount} images`} shrunk to fit</span>
      <button
        type="button"
        className="tool"
        onClick={() => {
          undoShrink();
          onDone();
        }}
      >
        Undo
      </button>
    </div>
  );
}
