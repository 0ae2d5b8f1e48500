import request, { type Response } from "supertest";
import { contract, type TestApi } from "./api";

/** A browser on a page of ours: it keeps cookies, and sends what such a page sends. */
export interface Browser {
  get(path: string): Promise<Response>;
  post(path: string, body: object, headers?: Record<string, string>): Promise<Response>;
  delete(path: string): Promise<Response>;
  /** `GET /api/v1/session`, whose token goes into the writes that follow. */
  session(): Promise<Response>;
  cookie(name: string): string | undefined;
}

/** @param cookies that it has already @param from its address, of a proxy that is trusted */
export function openBrowser(api: TestApi, cookies = "", from?: string): Browser {
  const { publicUrl } = api.context.settings;
  const jar = new Map<string, string>();
  let csrf: string | undefined;
  keep(jar, cookies === "" ? [] : [cookies]);

  async function go(
    method: "get" | "post" | "delete",
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const asked = request(api.app)[method](path);
    const call = asked.set({
      Origin: publicUrl,
      Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
      "X-Sendex-Account": api.tenant.accountId,
      ...(csrf !== undefined && { "X-Sendex-CSRF": csrf }),
      ...(from !== undefined && { "X-Forwarded-For": from }),
      ...headers,
    });
    const answer = await (body === undefined ? call : call.send(body));
    keep(jar, [answer.headers["set-cookie"] ?? []].flat());
    const { status, body: answered } = answer;
    const broken = path.startsWith("/api/v1")
      ? contract.check({ method, path, status, body: answered })
      : undefined;
    if (broken !== undefined) throw new Error(broken);
    return answer;
  }

  async function session(): Promise<Response> {
    const answer = await go("get", "/api/v1/session");
    csrf = answer.body.csrf_token;
    return answer;
  }

  return {
    get: (path) => go("get", path),
    async post(path, body, headers) {
      if (path.startsWith("/api/v1")) await session();
      return go("post", path, body, headers);
    },
    async delete(path) {
      await session();
      return go("delete", path);
    },
    session,
    cookie: (name) => jar.get(name),
  };
}

function keep(jar: Map<string, string>, given: string[]): void {
  for (const one of given) {
    const [pair = "", ...attributes] = one.split(";");
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    const gone = attributes.some((attribute) => /max-age=0$/i.test(attribute.trim()));
    if (gone) jar.delete(name);
    else jar.set(name, value);
  }
}
