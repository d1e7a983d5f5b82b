import { Icon } from "./icon.js";

const PICTURE =
  "M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm-1 12.5 4.6-4.6a1 1 0 0 1 1.4 0l7.6 7.6M14 15l1.9-1.9a1 1 0 0 1 1.4 0L20 15.8M15 8.5h.01";

export const PictureIcon = () => <Icon path={PICTURE} />;
