import { Icon } from "../components/icon.js";

/** They point sideways, and the stylesheet mirrors them in a right-to-left page. */
export const PreviousIcon = () => <Icon path="m14.5 6-6 6 6 6" />;
export const NextIcon = () => <Icon path="m9.5 6 6 6-6 6" />;
export const HandleIcon = () => <Icon path="m8 7-5 5 5 5m8-10 5 5-5 5" />;
