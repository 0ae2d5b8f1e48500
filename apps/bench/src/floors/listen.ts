import type { Express } from "express";

/** Listens on a free port of loopback, and says which. */
export function listen(app: Express): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = app.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
    server.once("error", reject);
  });
}
