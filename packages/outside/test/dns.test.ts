import { afterEach, describe, expect, test } from "@jest/globals";
import dgram from "node:dgram";
import { once } from "node:events";
import net from "node:net";
import { decode, encode, streamEncode } from "dns-packet";
import type { Answer, Packet } from "dns-packet";
import { openMx } from "../src/dns";
import { parseDnsServer } from "../src/dns-query";
import { openRecords } from "../src/dns-records";

const closers: (() => void)[] = [];
afterEach(() => {
  closers.splice(0).forEach((close) => {
    close();
  });
});

const UNSURE = { verdict: "unsure", provider: null };
const NXDOMAIN = 3;
const SERVFAIL = 2;
const REFUSED = 5;
const TRUNCATED = 1 << 9;

const mx = (name: string, exchange: string, ttl = 300, preference = 10): Answer => ({
  type: "MX",
  name,
  ttl,
  data: { preference, exchange },
});
const soa = (ttl: number, minimum: number): Answer => ({
  type: "SOA",
  name: "test",
  ttl,
  data: { mname: "ns.test", rname: "root.test", serial: 1, refresh: 1, retry: 1, expire: 1, minimum },
});

/** What a fake server does with a query: parts of a response, or nothing. */
type Behaviour = (query: Packet, transport: "udp" | "tcp") => Partial<Packet>[] | undefined;

async function fakeDns(behave: Behaviour) {
  const asked: { name: string; port: number; id: number }[] = [];
  const answersTo = (bytes: Buffer, transport: "udp" | "tcp", port: number): Packet[] => {
    const query = decode(bytes);
    asked.push({ name: query.questions?.[0]?.name ?? "", port, id: query.id ?? -1 });
    const parts = behave(query, transport) ?? [];
    return parts.map((part) => ({ type: "response", id: query.id, questions: query.questions, ...part }));
  };
  const udp = dgram.createSocket("udp4");
  udp.on("message", (bytes, from) => {
    for (const answer of answersTo(bytes, "udp", from.port))
      udp.send(encode(answer), from.port, from.address);
  });
  const tcp = net.createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (bytes: Buffer) => {
      for (const answer of answersTo(bytes.subarray(2), "tcp", 0)) {
        const whole = streamEncode(answer);
        socket.write(whole.subarray(0, 5));
        setImmediate(() => socket.write(whole.subarray(5)));
      }
    });
  });
  // The port that is free for TCP may be taken for UDP; it is another one the next time.
  const port = await bothOn(tcp, udp);
  closers.push(() => {
    udp.close();
    tcp.close();
  });
  return { server: `127.0.0.1:${port}`, asked };
}

async function bothOn(tcp: net.Server, udp: dgram.Socket): Promise<number> {
  for (;;) {
    tcp.listen(0, "127.0.0.1");
    await once(tcp, "listening");
    const { port } = tcp.address() as net.AddressInfo;
    udp.bind(port, "127.0.0.1");
    const bound = await once(udp, "listening").then(
      () => true,
      () => false,
    );
    if (bound) return port;
    tcp.close();
    await once(tcp, "close");
  }
}

async function verdictOf(behave: Behaviour, domain = "shop.test", timeoutMs = 300) {
  const { server } = await fakeDns(behave);
  return (await openMx({ servers: [server], timeoutMs })(domain)).verdict;
}

describe("the verdict", () => {
  test.each<[string, string, Behaviour]>([
    ["an MX", "ok", () => [{ answers: [mx("shop.test", "mail.test")] }]],
    ["an MX named in capitals", "ok", () => [{ answers: [mx("SHOP.test", "mail.test")] }]],
    ["a null MX", "refused", () => [{ answers: [mx("shop.test", ".")] }]],
    [
      "a null MX beside a real one",
      "ok",
      () => [{ answers: [mx("shop.test", "."), mx("shop.test", "m.test")] }],
    ],
    ["no MX", "refused", () => [{ authorities: [soa(60, 60)] }]],
    ["no MX and no SOA", "refused", () => [{}]],
    ["NXDOMAIN", "refused", () => [{ flags: NXDOMAIN }]],
    ["SERVFAIL", "unsure", () => [{ flags: SERVFAIL }]],
    ["REFUSED", "unsure", () => [{ flags: REFUSED }]],
    ["NOTIMP", "unsure", () => [{ flags: 4 }]],
    ["silence", "unsure", () => undefined],
    [
      "a referral",
      "unsure",
      () => [{ authorities: [{ type: "NS", name: "test", ttl: 9, data: "ns.test" }] }],
    ],
    [
      "an MX behind aliases",
      "ok",
      () => [
        {
          answers: [
            mx("end.test", "mail.test"),
            { type: "CNAME", name: "mid.test", ttl: 9, data: "END.test" },
            { type: "CNAME", name: "shop.test", ttl: 9, data: "mid.test" },
          ],
        },
      ],
    ],
    [
      "an alias that leads nowhere",
      "refused",
      () => [{ answers: [{ type: "CNAME", name: "shop.test", ttl: 9, data: "end.test" }] }],
    ],
    [
      "an alias that leads to itself",
      "refused",
      () => [{ answers: [{ type: "CNAME", name: "shop.test", ttl: 9, data: "shop.test" }] }],
    ],
    ["an MX of somebody else", "refused", () => [{ answers: [mx("other.test", "mail.test")] }]],
  ])("of %s is %s", async (_name, want, behave) => {
    expect(await verdictOf(behave)).toBe(want);
  });

  test("comes over TCP where the datagram was cut", async () => {
    const many = Array.from({ length: 60 }, (_, n) => mx("shop.test", `mail${n}.a-rather-long-name.test`));
    const behave: Behaviour = (_, transport) =>
      transport === "udp" ? [{ flags: TRUNCATED }] : [{ answers: many }];
    expect(await verdictOf(behave)).toBe("ok");
  });

  test("is not taken from a datagram with another id, question or direction", async () => {
    const lies: Behaviour = (query) => [
      { id: ((query.id ?? 0) + 1) % 65536, flags: NXDOMAIN },
      { questions: [{ type: "MX", name: "evil.test" }], flags: NXDOMAIN },
      { questions: [{ type: "A", name: "shop.test" }], flags: NXDOMAIN },
      { questions: [], flags: NXDOMAIN },
      { type: "query" },
      { answers: [mx("shop.test", "mail.test")] },
    ];
    expect(await verdictOf(lies)).toBe("ok");
  });

  test("is unsure where no server listens", async () => {
    const { server } = await fakeDns(() => []);
    closers.splice(0).forEach((close) => {
      close();
    });
    expect(await openMx({ servers: [server], timeoutMs: 300 })("shop.test")).toEqual(UNSURE);
  });

  test("is unsure within the bound where the server is silent", async () => {
    const { server, asked } = await fakeDns(() => undefined);
    const began = performance.now();
    expect(await openMx({ servers: [server] })("shop.test")).toEqual(UNSURE);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(asked).toHaveLength(2);
  });
});

describe("the provider", () => {
  test("is who runs the server that is preferred", async () => {
    const preferred = mx("shop.test", "aspmx.l.google.com", 300, 1);
    const { server } = await fakeDns(() => [
      { answers: [mx("shop.test", "shop-test.mail.protection.outlook.com"), preferred] },
    ]);
    expect(await openMx({ servers: [server] })("shop.test")).toEqual({ verdict: "ok", provider: "google" });
  });

  test("is not known of a domain that takes no mail", async () => {
    const { server } = await fakeDns(() => [{ flags: NXDOMAIN, authorities: [soa(60, 60)] }]);
    expect(await openMx({ servers: [server] })("shop.test")).toEqual({ verdict: "refused", provider: null });
  });
});

describe("several tries", () => {
  test.each<[string, Behaviour]>([
    ["is silent", () => undefined],
    ["fails", () => [{ flags: SERVFAIL }]],
  ])("the second server answers where the first %s", async (_name, behave) => {
    const first = await fakeDns(behave);
    const second = await fakeDns(() => [{ answers: [mx("shop.test", "mail.test")] }]);
    const lookup = openMx({ servers: [first.server, second.server], timeoutMs: 1000 });
    expect(await lookup("shop.test")).toMatchObject({ verdict: "ok" });
    expect([first.asked.length, second.asked.length]).toEqual([1, 1]);
  });

  test("a lost datagram is sent again, with another id from another port", async () => {
    let queries = 0;
    const { server, asked } = await fakeDns(() =>
      ++queries === 1 ? undefined : [{ answers: [mx("shop.test", "mail.test")] }],
    );
    expect(await openMx({ servers: [server], timeoutMs: 1000 })("shop.test")).toMatchObject({
      verdict: "ok",
    });
    expect(new Set(asked.map(({ port }) => port)).size).toBe(2);
  });

  test("ids and ports are not the same from one lookup to the next", async () => {
    const { server, asked } = await fakeDns(({ questions }) => [
      { answers: [mx(questions?.[0]?.name ?? "", "mail.test")] },
    ]);
    const lookup = openMx({ servers: [server] });
    for (let n = 0; n < 10; n++) await lookup(`d${n}.test`);
    expect(new Set(asked.map(({ id }) => id)).size).toBeGreaterThan(5);
    expect(new Set(asked.map(({ port }) => port)).size).toBeGreaterThan(5);
  });
});

describe("the cache", () => {
  async function cached(part: Partial<Packet>, maxEntries = 100) {
    let now = 0;
    const { server, asked } = await fakeDns(({ questions }) => [
      part.answers
        ? { ...part, answers: part.answers.map((a) => ({ ...a, name: questions?.[0]?.name ?? "" })) }
        : part,
    ]);
    const lookup = openMx({ servers: [server], timeoutMs: 300, maxEntries, elapsed: () => now });
    /** Queries that asking at these seconds took. */
    const queriesAt = async (...seconds: number[]) => {
      for (const second of seconds) {
        // lru-cache takes a time of 0 for none.
        now = 1 + second * 1000;
        await lookup("shop.test");
      }
      return asked.length;
    };
    return { lookup, asked, queriesAt };
  }

  test.each<[string, Partial<Packet>, number]>([
    ["a TTL", { answers: [mx("", "mail.test", 100)] }, 100],
    ["a long TTL for an hour", { answers: [mx("", "mail.test", 86_400)] }, 3600],
    ["the shortest of several TTLs", { answers: [mx("", "a.test", 100), mx("", "b.test", 40)] }, 40],
    ["NXDOMAIN for a minute at most", { flags: NXDOMAIN, authorities: [soa(900, 900)] }, 60],
    ["NXDOMAIN by the SOA's minimum", { flags: NXDOMAIN, authorities: [soa(900, 20)] }, 20],
    ["no MX by the SOA's own TTL", { authorities: [soa(10, 900)] }, 10],
    ["a null MX for a minute at most", { answers: [mx("", ".", 900)] }, 60],
  ])("keeps %s", async (_name, part, seconds) => {
    const { queriesAt } = await cached(part);
    expect(await queriesAt(0, seconds)).toBe(1);
    expect(await queriesAt(seconds + 0.001)).toBe(2);
  });

  test.each<[string, Partial<Packet>]>([
    ["a TTL of 0", { answers: [mx("", "mail.test", 0)] }],
    ["a negative answer without an SOA", { flags: NXDOMAIN }],
  ])("does not keep %s", async (_name, part) => {
    const { queriesAt } = await cached(part);
    expect(await queriesAt(0, 0)).toBe(2);
  });

  test("does not keep a failure", async () => {
    let healthy = false;
    const { server } = await fakeDns(() =>
      healthy ? [{ answers: [mx("shop.test", "mail.test")] }] : [{ flags: SERVFAIL }],
    );
    const lookup = openMx({ servers: [server], timeoutMs: 300 });
    expect(await lookup("shop.test")).toEqual(UNSURE);
    healthy = true;
    expect(await lookup("shop.test")).toMatchObject({ verdict: "ok" });
  });

  test("is one for all spellings of a domain", async () => {
    const { lookup, asked } = await cached({ answers: [mx("", "mail.test")] });
    await lookup("shop.test");
    await lookup("SHOP.test.");
    expect(asked).toHaveLength(1);
  });

  test("forgets the least recently used beyond its bound", async () => {
    const { lookup, asked } = await cached({ answers: [mx("", "mail.test")] }, 2);
    for (const name of ["a.test", "b.test", "a.test", "c.test", "a.test", "b.test"]) await lookup(name);
    expect(asked.map(({ name }) => name)).toEqual(["a.test", "b.test", "c.test", "b.test"]);
  });

  test("lets those who ask at once share one lookup, kept or not", async () => {
    const { lookup, asked } = await cached({ answers: [mx("", "mail.test", 0)] });
    const reports = await Promise.all(Array.from({ length: 50 }, () => lookup("shop.test")));
    expect([new Set(reports).size, asked.length]).toEqual([1, 1]);
  });
});

test("addresses of servers are read in every common form", () => {
  expect(parseDnsServer("10.0.0.1")).toEqual({ host: "10.0.0.1", port: 53 });
  expect(parseDnsServer("10.0.0.1:5353")).toEqual({ host: "10.0.0.1", port: 5353 });
  expect(parseDnsServer("::1")).toEqual({ host: "::1", port: 53 });
  expect(parseDnsServer("[::1]:5353")).toEqual({ host: "::1", port: 5353 });
  expect(() => parseDnsServer("dns.test:53")).toThrow();
});

describe("a domain with an address and no MX", () => {
  const address: Answer = { type: "A", name: "addressed.test", ttl: 60, data: "192.0.2.1" };
  const serve = (answerTo: (type: string) => Partial<Packet>) =>
    fakeDns((query) => [answerTo(query.questions?.[0]?.type ?? "")]);
  const lookUp = async (dns: { server: string }, implicit: boolean) =>
    (await openMx({ servers: [dns.server], implicit })("addressed.test")).verdict;

  test("is refused, unless the setting takes its address for its mail server", async () => {
    const dns = await serve((type) =>
      type === "A" ? { answers: [address] } : { authorities: [soa(60, 60)] },
    );
    expect(await lookUp(dns, false)).toBe("refused");
    expect(dns.asked).toHaveLength(1);
    expect(await lookUp(dns, true)).toBe("ok");
  });

  test.each<[string, (type: string) => Partial<Packet>, string]>([
    [
      "has a null MX",
      (type) => (type === "MX" ? { answers: [mx("addressed.test", ".")] } : { answers: [address] }),
      "refused",
    ],
    ["has no address either", () => ({ authorities: [soa(60, 60)] }), "refused"],
    ["does not exist", () => ({ flags: NXDOMAIN }), "refused"],
    ["cannot be asked for its address", (type) => (type === "MX" ? {} : { flags: SERVFAIL }), "unsure"],
  ])("with the setting, where it %s", async (_, answerTo, verdict) => {
    expect(await lookUp(await serve(answerTo), true)).toBe(verdict);
  });
});

describe("records", () => {
  const txt = (name: string, ...data: string[]): Answer => ({ type: "TXT", name, ttl: 300, data });
  const cname = (name: string, data: string): Answer => ({ type: "CNAME", name, ttl: 300, data });
  async function lookUp(name: string, type: "TXT" | "CNAME" | "MX", part: Partial<Packet>[] | undefined) {
    const { server } = await fakeDns(() => part);
    return openRecords({ servers: [server], timeoutMs: 300 })(name, type);
  }

  test("are found with their pieces joined, their hosts plain, and by way of aliases", async () => {
    const answers = [txt("a.test", "v=spf1 ", "-all"), txt("a.test", "two"), txt("other.test", "x")];
    expect(await lookUp("a.test", "TXT", [{ answers }])).toEqual(["v=spf1 -all", "two"]);
    const aliased = [cname("A.test", "b.test"), txt("b.test", "there")];
    expect(await lookUp("a.test", "TXT", [{ answers: aliased }])).toEqual(["there"]);
    expect(await lookUp("a.test", "CNAME", [{ answers: aliased }])).toEqual(["b.test"]);
    expect(await lookUp("a.test", "MX", [{ answers: [mx("a.test", "Mail.Test.")] }])).toEqual(["mail.test"]);
  });

  test("are none where the name has none, and unknown where DNS fails", async () => {
    expect(await lookUp("a.test", "TXT", [{ flags: NXDOMAIN }])).toEqual([]);
    expect(await lookUp("a.test", "TXT", [{ answers: [], authorities: [soa(60, 60)] }])).toEqual([]);
    expect(await lookUp("a.test", "TXT", [{ flags: SERVFAIL }])).toBeUndefined();
    expect(await lookUp("a.test", "TXT", undefined)).toBeUndefined();
  });
});
