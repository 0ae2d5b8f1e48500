import type { Request } from "express";
import type { Call } from "../http/call";
import type { Endpoint } from "../http/endpoint";
import { isWrite } from "../http/session/read";

/**
 * Whose calls of an endpoint are in the request log: every call of a key, and of a person what changes something, since a page
 * reads all the time. Source: docs/logs.md "Which calls".
 */
export function whoIsLogged(request: Request, { unlogged, role }: Endpoint): Call["logged"] {
  if (unlogged) return "nobody";
  // What a viewer may do changes nothing, whatever its method.
  return isWrite(request) && role !== "viewer" ? "everyone" : "keys";
}
