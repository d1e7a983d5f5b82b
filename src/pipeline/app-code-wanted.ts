import type { PrepareResult } from "./prepare-job.js";

/** Thrown where only the app's own code can go on: the job ends here with `result`, and the page hands it in again with the answer. */
export class AppCodeWanted {
  readonly result: Extract<PrepareResult, { status: "sniff-by-app" | "decode-by-app" | "compress-by-app" }>;

  constructor(result: AppCodeWanted["result"]) {
    this.result = result;
  }
}
