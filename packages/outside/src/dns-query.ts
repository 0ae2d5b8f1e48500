import { randomInt } from "node:crypto";
import dgram from "node:dgram";
import net from "node:net";
import { decode, encode, RECURSION_DESIRED, streamEncode } from "dns-packet";
import type { DecodedPacket, Packet } from "dns-packet";
import type { DnsRecordType } from "@sendex/core/ports";

export interface DnsServer {
  host: string;
  port: number;
}

/** `1.2.3.4`, `1.2.3.4:53`, `::1`, `[::1]:53`; throws on anything else. */
export function parseDnsServer(text: string): DnsServer {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const host = net.isIPv6(text) ? text : (bracketed ?? plain);
  if (host === undefined || net.isIP(host) === 0) throw new Error(`Not the address of a DNS server: ${text}`);
  return { host, port: port === undefined ? 53 : Number(port) };
}

/** What is asked of a server. */
export interface Question {
  name: string;
  type: DnsRecordType | "A" | "AAAA";
}

/**
 * Asks one server for a name's records over UDP, and over TCP where the answer was cut. A random id and a random source
 * port go out, and only an answer to this very question comes back. Rejects when the signal ends it.
 */
export async function queryDns(
  question: Question,
  server: DnsServer,
  signal: AbortSignal,
): Promise<DecodedPacket> {
  const query: Packet = {
    type: "query",
    id: randomInt(0x1_0000),
    flags: RECURSION_DESIRED,
    questions: [{ ...question, class: "IN" }],
  };
  const response = await overUdp(query, question, server, signal);
  return response.flag_tc ? overTcp(query, question, server, signal) : response;
}

function overUdp(
  query: Packet,
  asked: Question,
  { host, port }: DnsServer,
  signal: AbortSignal,
): Promise<DecodedPacket> {
  return new Promise((resolve, reject) => {
    const packet = encode(query);
    const socket = dgram.createSocket({ type: net.isIPv6(host) ? "udp6" : "udp4", signal });
    let open = true;
    const close = () => {
      if (open) socket.close();
    };
    socket.once("close", () => {
      open = false;
      reject(new Error("The query was ended"));
    });
    socket.on("error", (error) => {
      reject(error);
      close();
    });
    socket.on("message", (message) => {
      const response = readResponse(message, query, asked);
      if (!response) return;
      resolve(response);
      close();
    });
    // Connected, so that the kernel drops what comes from anyone else and tells of a closed port.
    socket.connect(port, host, () => {
      socket.send(packet);
    });
  });
}

function overTcp(
  query: Packet,
  asked: Question,
  { host, port }: DnsServer,
  signal: AbortSignal,
): Promise<DecodedPacket> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, signal });
    let received = Buffer.alloc(0);
    socket.once("error", reject);
    socket.once("close", () => {
      reject(new Error("The connection ended without an answer"));
    });
    socket.on("data", (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 2 || received.length < 2 + received.readUInt16BE(0)) return;
      const response = readResponse(received.subarray(2), query, asked);
      if (response) resolve(response);
      socket.destroy();
    });
    socket.write(streamEncode(query));
  });
}

/** Undefined for whatever is not an answer to this question: anyone can send a datagram. */
function readResponse(bytes: Buffer, query: Packet, asked: Question): DecodedPacket | undefined {
  try {
    const response = decode(bytes);
    const [question, ...more] = response.questions ?? [];
    const fits =
      response.type === "response" &&
      response.id === query.id &&
      more.length === 0 &&
      question?.type === asked.type &&
      question.name.toLowerCase() === asked.name;
    return fits ? response : undefined;
  } catch {
    return undefined;
  }
}
