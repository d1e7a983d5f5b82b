import { LOWERED_CAP_BYTES } from "../state/demo-options.js";
import type { Scene } from "./scene.js";

/** The meter says it fits, the endpoint refuses all the same: what a wrong cap looks like, explained. */
export const error413Scene: Scene = {
  id: "error-413",
  samples: ["lake"],
  text: "Will this go through?",
  options: { endpointCapBytes: LOWERED_CAP_BYTES },
  send: true,
};
