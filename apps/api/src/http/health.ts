import type { Express } from "express";
import { answer } from "./answer";
import { callOf } from "./call";
import type { Edge } from "./endpoint";

/** `/healthz`: this process answers. Whether it can do its work is `/readyz` on the admin port. */
export function mountHealth(app: Express, { context }: Edge): void {
  app.get("/healthz", (request, response) => {
    callOf(request).route = "/healthz";
    answer(context.log, request, response, { status: 200, body: { status: "ok" } });
  });
}
