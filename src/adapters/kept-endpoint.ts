/** Adapters are called at each render, and the meter measures every block again for an endpoint that is a new object. */
import type { Endpoint } from "../shared/endpoint.js";
import { checkCall } from "../shared/errors.js";
import { isObject } from "../shared/platform-types.js";

/** What was made of this `provider` before, or what `make` makes of it now. Throws `TypeError` if it is no endpoint. */
export function keptEndpoint<B>(
  kept: WeakMap<Endpoint<unknown>, Endpoint<B>>,
  provider: Endpoint<unknown>,
  make: () => Endpoint<B>,
): Endpoint<B> {
  checkCall(isObject(provider), "no endpoint was given. Pass one of vision-dropzone/endpoints.");
  const endpoint = kept.get(provider) ?? make();
  kept.set(provider, endpoint);
  return endpoint;
}
