import type { Format } from "../format.js";
import { heifMediaType } from "../heif/brands.js";
import { readHeif } from "../heif/header.js";
import { areBoxesTruncated } from "../iso/boxes.js";
import { readAvifColours } from "./colours.js";
import { avifProblem } from "./problem.js";

/** A HEIF file whose pictures are coded as AV1. */
export const avif: Format = {
  mediaTypes: ["image/avif"],
  sniff: (head) => (heifMediaType(head) === "image/avif" ? "image/avif" : undefined),
  header: readHeif,
  isTruncated: areBoxesTruncated,
  problem: avifProblem,
  colours: readAvifColours,
};
