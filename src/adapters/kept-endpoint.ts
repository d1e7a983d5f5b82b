/** Adapters are called at each render, and the meter measures every block again for an endpoint that is a new object. */
import type { Endpoint } from "../shared/endpoint.js";

/** What was made of this `provider` before, or what `make` makes of it now. */
export function keptEndpoint<B>(
  kept: WeakMap<Endpoint<unknown>, Endpoint<B>>,
  provider: Endpoint<unknown>,
  make: () => Endpoint<B>,
): Endpoint<B> {
  const endpoint = kept.get(provider) ?? make();
  kept.set(provider, endpoint);
  return endpoint;
}
