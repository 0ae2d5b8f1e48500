import { createSocket } from "node:dgram";
import { once } from "node:events";
import { decode, encode } from "dns-packet";

/** As mail domains have it, so that a lookup is made once for each domain and then known. */
const TTL_SECONDS = 300;

export interface DnsStandIn {
  /** `host:port`, as the setting DNS_SERVERS takes it. */
  address: string;
  close(): Promise<void>;
}

/** Answers questions over UDP as a domain that sends and takes mail has it: a DMARC record, and to any other one MX. */
export async function startDns(): Promise<DnsStandIn> {
  const socket = createSocket("udp4");
  socket.on("message", (bytes, from) => {
    const { id = 0, questions = [] } = decode(bytes);
    const name = questions[0]?.name ?? ".";
    const answers = [{ ...recordAt(name), name, ttl: TTL_SECONDS }];
    socket.send(encode({ type: "response", id, questions, answers }), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    address: `127.0.0.1:${socket.address().port}`,
    close: () => new Promise((resolve) => socket.close(resolve)),
  };
}

function recordAt(name: string) {
  if (name.startsWith("_dmarc.")) return { type: "TXT" as const, data: "v=DMARC1; p=none" };
  return { type: "MX" as const, data: { preference: 10, exchange: `mx.${name}` } };
}
