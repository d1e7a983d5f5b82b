/** The icons of images and their buttons. */
import { Icon } from "./icon.js";

export const LinkIcon = () => (
  <Icon path="m9.5 14.5 5-5M11 7l2-2a4.24 4.24 0 0 1 6 6l-2 2M13 17l-2 2a4.24 4.24 0 0 1-6-6l2-2" />
);
export const DocumentIcon = () => (
  <Icon path="M14 3H7a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V7l-4-4Zm0 0v4h4M9 12h6m-6 4h6" />
);
export const RejectedIcon = () => (
  <Icon path="M12 8v4.5m0 3.5h.01M10.3 4.2 2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0Z" />
);
export const RemoveIcon = () => <Icon path="m6 6 12 12M18 6 6 18" />;
export const RemoveAllIcon = () => (
  <Icon path="M4 7h16M9.5 7V5a1 1 0 0 1 1-1h3a1 1 0 0 1 1 1v2M6 7l.8 11.2a2 2 0 0 0 2 1.8h6.4a2 2 0 0 0 2-1.8L18 7M10 11v5M14 11v5" />
);
export const SmallTextIcon = () => (
  <Icon path="M3 19 8.5 5 14 19M5 14.5h7M21 19v-6.5m0 3.25a2.75 3.25 0 1 1-5.5 0 2.75 3.25 0 0 1 5.5 0Z" />
);
export const MoreIcon = () => (
  <Icon path="M4.5 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0m6.5 0a1 1 0 1 0 2 0 1 1 0 1 0-2 0m6.5 0a1 1 0 1 0 2 0 1 1 0 1 0-2 0" />
);
export const CheckIcon = () => <Icon path="m5 12.5 4.5 4.5L19 7.5" />;
export const PinIcon = () => <Icon path="M12 16.5V21M8.5 4h7M9.5 4v6L6.5 13.5v3h11v-3L14.5 10V4" />;
export const SplitIcon = () => <Icon path="M7 10V4h10v6M7 14v6h10v-6M3 12h3m3 0h2m3 0h2m3 0h2" />;
export const RetryIcon = () => <Icon path="M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6" />;
export const EarlierIcon = () => <Icon path="m6 14.5 6-6 6 6" />;
export const LaterIcon = () => <Icon path="m6 9.5 6 6 6-6" />;
