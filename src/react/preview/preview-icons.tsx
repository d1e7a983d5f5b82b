import { Icon } from "../components/icon.js";

/** They point to the side, and turn around in a right-to-left page by the stylesheet. */
export const PreviousIcon = () => <Icon path="m14.5 6-6 6 6 6" />;
export const NextIcon = () => <Icon path="m9.5 6 6 6-6 6" />;
export const HandleIcon = () => <Icon path="m8 7-5 5 5 5m8-10 5 5-5 5" />;
