import { photoRegistry } from "../formats/photo-registry.js";
import type { Repertoire } from "./repertoire.js";

export const PHOTOS_ONLY: Repertoire = { registry: photoRegistry, rare: undefined };
