import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { inboxRoutes } from "../inbox/routes";
import { log } from "../log";
import type { Sandbox } from "../sandbox";
import { handleQuery } from "../ses/query";
import { v2Routes } from "../ses/v2";
import { suppressionRoutes } from "../ses/v2Suppression";
import { controlRoutes } from "./control";

/** The public side: the AWS APIs, the certificate, the control calls and the inbox. */
export function createApp(sandbox: Sandbox): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.post("/", (request, response) => handleQuery(sandbox, request, response));
  app.use("/v2", v2Routes(sandbox), suppressionRoutes(sandbox));
  app.get(`/${sandbox.signer.fileName}`, (_request, response) => {
    response.type("application/x-pem-file").send(sandbox.signer.certificate);
  });
  app.use("/_sandbox", controlRoutes(sandbox));
  app.use(inboxRoutes(sandbox));
  app.use(
    (_request, response) => void response.status(404).json({ error: "not_found", message: "Nothing here." }),
  );
  app.use(internalError);
  return app;
}

function internalError(error: unknown, request: Request, response: Response, next: NextFunction): void {
  if (request.destroyed && !request.complete) return;
  const message = error instanceof Error ? error.message : String(error);
  log("error", "request failed", { method: request.method, path: request.path, error: message });
  if (response.headersSent) return next(error);
  response.status(500).json({ error: "internal", message: "The sandbox failed; its log says why." });
}
