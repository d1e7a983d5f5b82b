/** This package's version, filled in by the build from package.json. */
declare const VISION_DROPZONE_VERSION: string;

export const VERSION: string = VISION_DROPZONE_VERSION;
