import { createRegistry } from "./create-registry.js";
import { jpeg } from "./jpeg/format.js";
import { png } from "./png/format.js";
import { webp } from "./webp/format.js";

/** The formats of cameras and screenshots, which are all that the photo worker knows. */
export const photoRegistry = createRegistry([jpeg, png, webp]);
