/**
 * The parts that show, announce and measure images. One chunk, loaded when a person is about to add an image, or with the first.
 */
export { Announcer } from "./announcer.js";
export { DropzoneItem } from "./dropzone-item.js";
export { DropzoneList } from "./dropzone-list.js";
export { DropzoneRejected } from "./dropzone-rejected.js";
export { DropzoneMeter } from "./dropzone-meter.js";
