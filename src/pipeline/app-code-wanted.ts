import type { PrepareResult } from "./prepare-job.js";

/** Thrown when the app's own code is needed: the job ends with `result`, and the page submits it again with the answer. */
export class AppCodeWanted {
  readonly result: Extract<PrepareResult, { status: "sniff-by-app" | "decode-by-app" | "compress-by-app" }>;

  constructor(result: AppCodeWanted["result"]) {
    this.result = result;
  }
}
