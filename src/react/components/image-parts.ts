/** What shows images, speaks of them and measures them. One chunk, loaded when a person is about to add one, or with the first. */
export { Announcer } from "./announcer.js";
export { DropzoneItem } from "./dropzone-item.js";
export { DropzoneList } from "./dropzone-list.js";
export { DropzoneRejected } from "./dropzone-rejected.js";
export { DropzoneMeter } from "./dropzone-meter.js";
