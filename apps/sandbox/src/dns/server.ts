import { createSocket, type Socket as UdpSocket } from "node:dgram";
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { decode, encode, streamDecode, streamEncode } from "dns-packet";
import { answerQuery, type ZoneBook } from "./answer";

export interface DnsServer {
  port: number;
  close(): Promise<void>;
}

/** A free port is found for TCP first; another program may hold it for UDP, so several are tried. */
const PORT_TRIES = 20;

/** Serves DNS over UDP and TCP on one port of the host. */
export async function startDns(host: string, port: number, book: ZoneBook): Promise<DnsServer> {
  for (let tries = 1; ; tries += 1) {
    const tcp = await listenTcp(host, port, book);
    const taken = portOf(tcp.server);
    try {
      const udp = await listenUdp(host, taken, book);
      return { port: taken, close: () => closeBoth(udp, tcp) };
    } catch (error) {
      await closeTcp(tcp);
      if (port !== 0 || tries >= PORT_TRIES) throw error;
    }
  }
}

interface Tcp {
  server: Server;
  sockets: Set<Socket>;
}

async function listenTcp(host: string, port: number, book: ZoneBook): Promise<Tcp> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    serveStream(socket, book);
  });
  server.listen(port, host);
  await once(server, "listening");
  return { server, sockets };
}

function serveStream(socket: Socket, book: ZoneBook): void {
  let received = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
      const end = 2 + received.readUInt16BE(0);
      try {
        const answer = answerQuery(streamDecode(received.subarray(0, end)), book);
        if (answer !== null) socket.write(streamEncode(answer));
      } catch {
        socket.destroy();
        return;
      }
      received = received.subarray(end);
    }
  });
}

async function listenUdp(host: string, port: number, book: ZoneBook): Promise<UdpSocket> {
  const socket = createSocket(host.includes(":") ? "udp6" : "udp4");
  socket.on("message", (bytes, from) => {
    const answer = udpAnswer(bytes, book);
    if (answer !== null) socket.send(answer, from.port, from.address);
  });
  socket.bind(port, host);
  await once(socket, "listening");
  socket.on("error", () => undefined);
  return socket;
}

/** What is not a DNS query gets no answer. */
function udpAnswer(bytes: Buffer, book: ZoneBook): Buffer | null {
  try {
    const answer = answerQuery(decode(bytes), book);
    return answer === null ? null : encode(answer);
  } catch {
    return null;
  }
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function closeBoth(udp: UdpSocket, tcp: Tcp): Promise<void> {
  await new Promise<void>((resolve) => udp.close(resolve));
  await closeTcp(tcp);
}

function closeTcp({ server, sockets }: Tcp): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}
