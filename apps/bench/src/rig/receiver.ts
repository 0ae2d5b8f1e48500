import { once } from "node:events";
import { createServer } from "node:http";
import { serveParent } from "./serve-parent";

/** A customer's webhook endpoint: takes every event at once, and reads none. */
serveParent({
  open: async () => {
    const server = createServer((request, response) => {
      request.resume();
      request.on("end", () => void response.writeHead(200, { "Content-Length": "2" }).end("ok"));
    });
    server.keepAliveTimeout = 0;
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    return { port: typeof address === "object" && address !== null ? address.port : 0 };
  },
});
