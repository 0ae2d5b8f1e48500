import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { jest } from "@jest/globals";
import type { TestApi } from "./api";

/** The published versions of the SDK that are to work unmodified. Source: docs/api.md "The Resend SDK". */
export const VERSIONS = ["resend-3", "resend-4", "resend-6"] as const;
export type Version = (typeof VERSIONS)[number];

/** What every method of the SDK answers. */
export interface Answer {
  data: Record<string, unknown> | null;
  error: (Record<string, unknown> & { name?: string; statusCode?: number; message?: string }) | null;
}

/** A method by its path in the SDK, as its documentation writes it: `emails.send`. */
export type Call = (method: string, ...values: unknown[]) => Promise<Answer>;

export interface SdkServer {
  client(version: Version, key?: string): Call;
  close(): Promise<void>;
}

/** Serves the API on a port of its own, for clients that know nothing but a base URL. */
export async function serveSdk({ app, tenant }: TestApi): Promise<SdkServer> {
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}/api/v1`;
  return {
    client: (version, key = tenant.keys.full) => load(version, base, key),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The SDK reads its base URL once, when it is loaded. */
function load(version: Version, base: string, key: string): Call {
  const before = process.env["RESEND_BASE_URL"];
  let client: object | undefined;
  process.env["RESEND_BASE_URL"] = base;
  jest.isolateModules(() => {
    const { Resend } = jest.requireActual<{ Resend: new (key: string) => object }>(version);
    client = new Resend(key);
  });
  if (before === undefined) delete process.env["RESEND_BASE_URL"];
  else process.env["RESEND_BASE_URL"] = before;
  return async (method, ...values) => {
    const names = method.split(".");
    const owner = names.slice(0, -1).reduce<unknown>(property, client);
    const found = property(owner, names.at(-1) ?? "");
    if (typeof found !== "function") throw new Error(`${version} has no ${method}`);
    return (await Reflect.apply(found, owner, values)) as Answer;
  };
}

function property(owner: unknown, name: string): unknown {
  return typeof owner === "object" && owner !== null ? Reflect.get(owner, name) : undefined;
}
