import { createRegistry } from "./create-registry.js";
import { jpeg } from "./jpeg/format.js";
import { png } from "./png/format.js";
import { webp } from "./webp/format.js";

/** What cameras and screenshots are saved as: all that the photo worker knows. */
export const photoRegistry = createRegistry([jpeg, png, webp]);
