import { ImagesIcon } from "./icons.js";

/** Over the whole page while files are dragged above it: all of it takes them. The dropzone's own words say the same to readers. */
export function DropVeil() {
  return (
    <div className="veil" aria-hidden="true">
      <div className="veil-card">
        <ImagesIcon />
        <strong>Drop here</strong>
        <span>Anywhere on this page</span>
      </div>
    </div>
  );
}
