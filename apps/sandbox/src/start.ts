import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { systemClock, type Clock } from "./clock";
import { startDns } from "./dns/server";
import { openSandbox } from "./sandbox";
import { completeSettings, type Settings } from "./settings";
import { createAdminApp } from "./web/admin";
import { createApp } from "./web/app";

export interface RunningSandbox {
  /** Base of the SES and SNS endpoints, the control calls and the inbox. */
  url: string;
  adminUrl: string | null;
  dnsPort: number;
  /** PEM file with the certificate that signs the notifications. */
  trustRootPath: string;
  topicArn: string;
  close(): Promise<void>;
}

/** Longer than clients keep idle connections, so that it is never we who close one under a request. */
const KEEP_ALIVE_MS = 65_000;

/** Starts a sandbox; resolves when it answers. Several may run in one process, each on a data folder of its own. */
export async function startSandbox(
  options: Partial<Settings> & { dataDir: string },
  clock: Clock = systemClock,
): Promise<RunningSandbox> {
  const settings = completeSettings(options);
  let handler: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = await listen(
    (request, response) => handler(request, response),
    settings.host,
    settings.port,
  );
  const url = urlOf(server, settings.host);
  const sandbox = await openSandbox(settings, settings.publicUrl ?? url, clock);
  handler = createApp(sandbox);
  const dns = await startDns(settings.host, settings.dnsPort, sandbox.book);
  const { adminPort } = settings;
  const admin = adminPort === null ? null : await listen(createAdminApp(sandbox), "127.0.0.1", adminPort);
  if (settings.notifyUrl !== null) sandbox.topic.subscribe(settings.notifyUrl);
  return {
    url,
    adminUrl: admin === null ? null : urlOf(admin, "127.0.0.1"),
    dnsPort: dns.port,
    trustRootPath: settings.trustRoot,
    topicArn: settings.topicArn,
    async close() {
      await Promise.all([shut(server), dns.close(), admin === null ? null : shut(admin)]);
      await sandbox.close();
    },
  };
}

async function listen(handler: RequestListener, host: string, port: number): Promise<Server> {
  const server = createServer(handler);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.requestTimeout = 0;
  server.listen(port, host);
  await once(server, "listening");
  return server;
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/** Requests under way get a moment; those a fault keeps hanging are cut. */
async function shut(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const cut = setTimeout(() => server.closeAllConnections(), 200);
  await closed;
  clearTimeout(cut);
}
