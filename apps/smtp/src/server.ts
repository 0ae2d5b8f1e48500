import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { Log } from "@sendex/core/ports";
import type { Context } from "@sendex/pipeline/context";
import { openBounds } from "./bounds";
import { type Certificate, ownCertificate, readCertificate, watchCertificate } from "./certificate";
import { MAX_MAIL_BYTES } from "./collect";
import type { Room } from "./commands";
import { converse } from "./conversation";

export interface SmtpOptions {
  host: string;
  /** STARTTLS; 0: any free one. */
  port: number;
  /** TLS from the first byte; absent: none. */
  tlsPort?: number;
  /** What the server calls itself. */
  name: string;
  /** Absent: one of our own making. */
  certificate?: { certFile: string; keyFile: string };
  /** Whether keys may come in clear: to a machine's own loopback, or behind a proxy that ends TLS. */
  clear: boolean;
  /** Proxies that say whose a connection is (PROXY protocol, version 1). */
  proxies: string[];
  maxConnections: number;
  /** Of one address. */
  maxPerAddress: number;
}

export interface Listening {
  port: number;
  tlsPort: number | undefined;
  /** Takes no connection, lets mails that are on their way in have their answer, and cuts what has none after `timeoutMs`. */
  close(timeoutMs: number): Promise<void>;
}

const MAX_PER_KEY = 200;
/** Of mails that are on their way in, in this process. */
const MAX_BYTES = 256 * 1024 * 1024;
const IDLE_MS = 60_000;
/** To sign in. */
const STRANGER_MS = 60_000;
/** From DATA to its end: 40 MB over a line of 1 Mbit/s. */
const MAIL_MS = 360_000;
const CHECK_MS = 1_000;

/** Listens. @throws Error where a port or the certificate cannot be had */
export async function openSmtp(context: Context, log: Log, options: SmtpOptions): Promise<Listening> {
  const { certificate: files } = options;
  const bounds = openBounds({ perAddress: options.maxPerAddress, perKey: MAX_PER_KEY, bytes: MAX_BYTES });
  const room: Room = { context, bounds, talks: new Map(), closing: false, receiving: new Set() };
  const certificate = files ? await readCertificate(files) : ownCertificate(options.name, context.clock());
  const common = { ...commonOptions(options, certificate), ...converse(room) };
  const servers = [new SMTPServer({ ...common, secure: false })];
  if (options.tlsPort !== undefined) servers.push(new SMTPServer({ ...common, secure: true }));
  for (const server of servers)
    server.on("error", (error) => log.debug({ err: error }, "an SMTP connection failed"));
  const watching =
    files &&
    watchCertificate(files, log, (fresh) => servers.forEach((server) => server.updateSecureContext(fresh)));
  const patience = watchSlow(servers, room);
  const [port = 0, tlsPort] = await Promise.all([
    listen(servers[0], options.host, options.port),
    listen(servers[1], options.host, options.tlsPort ?? 0),
  ]);
  return {
    port,
    tlsPort,
    async close(timeoutMs) {
      room.closing = true;
      watching?.stop();
      await drain(servers, room, timeoutMs);
      clearInterval(patience);
    },
  };
}

function commonOptions(
  { name, clear, proxies, maxConnections }: SmtpOptions,
  certificate: Certificate,
): SMTPServerOptions {
  return {
    name,
    size: MAX_MAIL_BYTES,
    authMethods: ["PLAIN", "LOGIN"],
    // Amazon SES takes ASCII addresses alone.
    hideSMTPUTF8: true,
    hideENHANCEDSTATUSCODES: false,
    allowInsecureAuth: clear,
    authRequiredMessage: "Sign in first: any user name, and an API key as the password.",
    // Names in DNS of whoever connects are of no use, and waited for.
    disableReverseLookup: true,
    maxClients: maxConnections,
    socketTimeout: IDLE_MS,
    ...(proxies.length > 0 && { useProxy: proxies }),
    ...certificate,
    minVersion: "TLSv1.2",
  };
}

async function listen(
  server: SMTPServer | undefined,
  host: string,
  port: number,
): Promise<number | undefined> {
  if (!server) return undefined;
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, host, () => {
      server.server.off("error", reject);
      resolve();
    });
  });
  const address = server.server.address();
  return typeof address === "object" && address ? address.port : port;
}

/** Ends connections that do not sign in, and mails that do not come to their end, however often a byte comes. */
function watchSlow(servers: SMTPServer[], { receiving, talks }: Room): NodeJS.Timeout {
  const since = new Map<string, { at: number; isMail: boolean }>();
  const timer = setInterval(() => {
    const now = performance.now();
    const open = servers.flatMap((server) => [...server.connections]);
    const ids = new Set(open.map(({ session }) => session.id));
    for (const id of since.keys()) if (!ids.has(id)) since.delete(id);
    for (const connection of open) {
      const { id } = connection.session;
      const signedIn = talks.get(id)?.keyId !== undefined;
      const isMail = receiving.has(id);
      const known = since.get(id);
      const seen = known?.isMail === isMail ? known : { at: now, isMail };
      since.set(id, seen);
      const most = isMail ? MAIL_MS : signedIn ? Infinity : STRANGER_MS;
      if (now - seen.at > most) connection.send(421, "4.4.2 This takes too long.", false);
    }
  }, CHECK_MS);
  timer.unref();
  return timer;
}

/** Who is handing nothing over is sent away at once, the others with their answer. */
async function drain(servers: SMTPServer[], { receiving }: Room, timeoutMs: number): Promise<void> {
  const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
  const end = performance.now() + timeoutMs;
  const sendAway = (all: boolean): void => {
    for (const server of servers)
      for (const connection of server.connections)
        if (all || !receiving.has(connection.session.id))
          connection.send(421, "4.3.2 This server is going away. Connect again.", false);
  };
  while (servers.some(({ connections }) => connections.size > 0) && performance.now() < end) {
    sendAway(false);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  sendAway(true);
  await Promise.race([Promise.all(closed), new Promise((resolve) => setTimeout(resolve, CHECK_MS))]);
}
