import type { Plugin } from "vite";
import type { EndpointOptions } from "./handler.js";
import type { Middleware } from "./http-types.js";
import { providerNames } from "./provider-names.js";

/** The part of `handler.ts` used here; only Vite's own loader can load that file: see `localEndpoint`. */
interface EndpointModule {
  createEndpoint: (options: EndpointOptions) => Middleware;
}

/** Whether the handler will answer a request; it is not loaded before the first of them. */
const OURS = new RegExp(`^/(?:(?:${providerNames.join("|")})/|demo/config\\.json)`);

/** A provider is live if its key is set; the keys stay in this process. */
function upstreamsFrom(env: NodeJS.ProcessEnv): NonNullable<EndpointOptions["upstreams"]> {
  const { ANTHROPIC_API_KEY, OPENAI_API_KEY } = env;
  return {
    ...(ANTHROPIC_API_KEY && { anthropic: { baseUrl: "https://api.anthropic.com", apiKey: ANTHROPIC_API_KEY } }),
    ...(OPENAI_API_KEY && { openai: { baseUrl: "https://api.openai.com", apiKey: OPENAI_API_KEY } }),
  };
}

/**
 * Mounts the local endpoint in Vite's dev server. The handler is loaded through Vite, at the first request, because it
 * imports the package by its public name: Node alone would look for that in `dist/`, which a fresh clone does not have.
 */
export function localEndpoint(): Plugin {
  return {
    name: "vision-dropzone:local-endpoint",
    apply: "serve",
    configureServer(server) {
      const options: EndpointOptions = { upstreams: upstreamsFrom(process.env) };
      let loaded: Promise<Middleware> | undefined;
      const load = async (): Promise<Middleware> => {
        const module = (await server.ssrLoadModule("/demo/endpoint/handler.ts")) as EndpointModule;
        return module.createEndpoint(options);
      };
      server.middlewares.use((request, response, next) => {
        if (!OURS.test(request.url ?? "")) return next();
        loaded ??= load();
        loaded.then(
          (endpoint) => endpoint(request, response, next),
          (error: unknown) => {
            // The next request tries again: the cause is usually a file that is being edited.
            loaded = undefined;
            next(error);
          },
        );
      });
    },
  };
}
