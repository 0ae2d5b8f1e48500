import { SendexError } from "@sendex/core/error";
import type { Express } from "express";
import { callOf } from "./call";
import type { Edge } from "./endpoint";
import { countStranger } from "./identify";

/** Everything that no route took: counted like any other request, then not_found for everyone. */
export function mountUnknown(app: Express, edge: Edge): void {
  app.use(async (request, response) => {
    callOf(request).surface = request.path.startsWith("/v1") ? "sendarix" : "sendex";
    await countStranger(edge, request, response);
    throw new SendexError("not_found", "There is nothing at this address.");
  });
}
