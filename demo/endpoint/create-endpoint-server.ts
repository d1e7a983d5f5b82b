import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createEndpoint } from "./handler.js";
import type { EndpointOptions } from "./handler.js";

export interface EndpointServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  url: string;
  close: () => Promise<void>;
}

/** The local endpoint as a server of its own, on a free port of the loopback interface. */
export async function createEndpointServer(options: EndpointOptions = {}): Promise<EndpointServer> {
  const endpoint = createEndpoint(options);
  const server = createServer((request, response) => {
    endpoint(request, response, () => {
      response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
