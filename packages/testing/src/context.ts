import { randomBytes, randomUUID } from "node:crypto";
import type {
  DomainIdentity,
  FileOutcome,
  HttpOutcome,
  HttpPost,
  Log,
  MxVerdict,
  OutgoingMail,
  SesAnswer,
  SesListEntry,
} from "@sendex/core/ports";
import type { ReviewedMail, ReviewVerdict } from "@sendex/core/reputation/review";
import { openContext } from "@sendex/boot/context";
import { openMeters } from "@sendex/boot/meters";
import type { Settings } from "@sendex/boot/settings";
import type { Context } from "@sendex/pipeline/context";
import { createAccount, createKey } from "@sendex/pipeline/accounts/create";
import { createTestDatabase } from "./database";
import { silentLog } from "./log";
import { testPrefix, testRedisUrl } from "./redis";

/** A context over a database and a Redis prefix of its own, with a clock and a world that the test controls. */
export interface TestContext {
  context: Context;
  clock: TestClock;
  world: TestWorld;
  /** For connections of the test's own, such as a consumer's. */
  redis: { url: string; prefix: string };
  settings: Settings;
  metrics(): Promise<string>;
  close(): Promise<void>;
}

/** Stands still until it is moved. */
export interface TestClock {
  now(): Date;
  advance(ms: number): void;
  set(now: Date): void;
}

/** What the fake ports were asked, and what they answer next; with nothing scripted, the friendly answer. */
export interface TestWorld {
  sent: OutgoingMail[];
  /** Taken one a send; afterwards every send is taken by SES under a fresh id. */
  sesAnswers: (SesAnswer | ((mail: OutgoingMail) => SesAnswer | Promise<SesAnswer>))[];
  quota: { maxSendRate: number; max24Hour: number; sentLast24Hours: number };
  posted: HttpPost[];
  /** Taken one a POST; afterwards every endpoint answers 200. */
  httpOutcomes: HttpOutcome[];
  /** Files by URL; any other is missing. */
  files: Map<string, FileOutcome>;
  fetched: string[];
  /** Domains that are not `ok`. */
  mx: Map<string, MxVerdict>;
  lookedUp: string[];
  confirmed: { topicArn: string; token: string }[];
  /** Domains as SES has them. */
  identities: Map<string, DomainIdentity>;
  /** What was asked of SES about domains, such as `begin a.test`. */
  identityCalls: string[];
  /** SES answers nothing about domains. */
  identitiesDown: boolean;
  /** Published records by `TXT name`; `undefined` there: DNS fails. */
  dns: Map<string, string[] | undefined>;
  /** The SES account's suppression list, what was said to it, and whether it can be reached. */
  sesList: { entries: Map<string, SesListEntry["reason"]>; calls: string[]; down: boolean };
  /** What was reviewed, and what it comes to; with nothing scripted, it is clean. */
  reviewed: ReviewedMail[];
  reviewVerdicts: (ReviewVerdict | ((mail: ReviewedMail) => ReviewVerdict))[];
}

export interface TestOverrides {
  settings?: Partial<Settings>;
  ports?: Partial<Context["ports"]>;
  log?: Log;
  now?: Date;
}

export async function openTestContext(overrides: TestOverrides = {}): Promise<TestContext> {
  const database = await createTestDatabase();
  const prefix = testPrefix();
  const settings = { ...testSettings(database.url), ...overrides.settings };
  const clock = openTestClock(overrides.now ?? new Date());
  const world = openTestWorld();
  const { meters, text } = openMeters();
  const opened = await openContext({
    settings,
    name: "test",
    log: overrides.log ?? silentLog,
    meters,
    clock: clock.now,
    prefix,
    ports: { ...fakePorts(world), ...overrides.ports },
  });
  return {
    context: opened.context,
    clock,
    world,
    redis: { url: settings.redisUrl, prefix },
    settings,
    metrics: text,
    async close() {
      await opened.close();
      await database.drop();
    },
  };
}

export interface SeededAccount {
  accountId: string;
  email: string;
  /** Verified; `hello@` it is the account's default sender. */
  domain: string;
  keys: { full: string; sendOnly: string; test: string };
  keyIds: { test: string };
  /** For an `Authorization` header. */
  authorization: string;
}

/** An account with a verified domain, a full and a send-only live key, and a full test key. */
export async function seedAccount(
  context: Context,
  options: { domain?: string; email?: string } = {},
): Promise<SeededAccount> {
  const slug = randomBytes(5).toString("hex");
  const { domain = `${slug}.example`, email = `owner-${slug}@example.test` } = options;
  const tenant = await createAccount(context, { email, domain });
  const accountId = tenant.account.id;
  const test = await createKey(context, { accountId, permission: "full", name: "test", mode: "test" });
  return {
    accountId,
    email,
    domain,
    keys: { ...tenant.apiKeys, test: test.key },
    keyIds: { test: test.id },
    authorization: `Bearer ${tenant.apiKeys.full}`,
  };
}

function testSettings(databaseUrl: string): Settings {
  return {
    databaseUrl,
    databasePool: 8,
    redisUrl: testRedisUrl(),
    host: "127.0.0.1",
    port: 0,
    adminPort: undefined,
    trustProxy: undefined,
    sesMode: "sandbox",
    awsRegion: undefined,
    configurationSet: "sendex",
    sandbox: {},
    snsTopicArns: [],
    snsRequireV2: false,
    dnsServers: [],
    encryptionKeys: [{ id: "test", key: randomBytes(32) }],
    keyPepper: "a pepper for tests only",
    rateLimitPerMinute: 1_000,
    metadataRetentionDays: 400,
    retryTimeScale: 1,
    sendConcurrency: 10,
    webhookAllowLocal: true,
    systemFrom: undefined,
    reviewLlm: undefined,
    logLevel: "error",
    parentPipe: false,
    failAt: undefined,
  };
}

function openTestClock(start: Date): TestClock {
  let now = start;
  return {
    now: () => new Date(now),
    advance: (ms) => void (now = new Date(now.getTime() + ms)),
    set: (date) => void (now = date),
  };
}

const CLEAN: ReviewVerdict = {
  ...{ label: "clean", score: 0.01, structural: false, reasons: [], provider: "embedded", agreed: false },
};

function openTestWorld(): TestWorld {
  return {
    sent: [],
    sesAnswers: [],
    quota: { maxSendRate: 1_000, max24Hour: 1_000_000, sentLast24Hours: 0 },
    posted: [],
    httpOutcomes: [],
    files: new Map(),
    fetched: [],
    mx: new Map(),
    lookedUp: [],
    confirmed: [],
    identities: new Map(),
    identityCalls: [],
    identitiesDown: false,
    dns: new Map(),
    sesList: { entries: new Map(), calls: [], down: false },
    reviewed: [],
    reviewVerdicts: [],
  };
}

function fakePorts(world: TestWorld): Context["ports"] {
  return {
    async send(mail) {
      world.sent.push(mail);
      const scripted = world.sesAnswers.shift();
      if (typeof scripted === "function") return scripted(mail);
      return scripted ?? { kind: "sent", sesMessageId: randomUUID() };
    },
    quota: async () => world.quota,
    identities: fakeIdentities(world),
    lookupRecords: async (name, type) => {
      const key = `${type} ${name}`;
      return world.dns.has(key) ? world.dns.get(key) : [];
    },
    sesList: fakeSesList(world.sesList),
    async lookupMx(domain) {
      world.lookedUp.push(domain);
      return world.mx.get(domain) ?? "ok";
    },
    async postOut(request) {
      world.posted.push(request);
      return world.httpOutcomes.shift() ?? { kind: "answered", status: 200, body: "", ms: 1 };
    },
    async fetchFile({ url, take }) {
      world.fetched.push(url);
      const file = world.files.get(url) ?? { kind: "failed", detail: "its server answered with status 404" };
      return file.kind === "fetched" && !take(file.content.length) ? { kind: "cut" } : file;
    },
    checkEndpoint: () => undefined,
    // A test says what a notification is by posting the checked message itself.
    verifySns: async (body) => {
      const message: unknown = JSON.parse(body, (key, value: unknown) =>
        key === "timestamp" && typeof value === "string" ? new Date(value) : value,
      );
      return isChecked(message) ? { ok: true, message } : { ok: false, why: "not a test notification" };
    },
    confirmSns: async (topicArn, token) => void world.confirmed.push({ topicArn, token }),
    async review(mail) {
      world.reviewed.push(mail);
      const scripted = world.reviewVerdicts.shift();
      return (typeof scripted === "function" ? scripted(mail) : scripted) ?? CLEAN;
    },
  };
}

function fakeIdentities(world: TestWorld): Context["ports"]["identities"] {
  function ask(call: string): void {
    if (world.identitiesDown) throw new Error("SES does not answer");
    world.identityCalls.push(call);
  }
  return {
    async begin(domain) {
      ask(`begin ${domain}`);
      const tokens = [1, 2, 3].map((n) => `k${n}`);
      const { identities } = world;
      const known = identities.get(domain);
      if (known?.state !== "success")
        identities.set(domain, {
          state: "pending",
          token: `token of ${domain}`,
          dkim: { state: "pending", tokens },
          mailFrom: known?.mailFrom ?? null,
        });
      return { token: `token of ${domain}`, dkimTokens: tokens };
    },
    async setMailFrom(domain, mailFrom) {
      ask(`setMailFrom ${mailFrom}`);
      const known = world.identities.get(domain);
      if (known) world.identities.set(domain, { ...known, mailFrom });
    },
    async describe(domains) {
      ask(`describe ${domains.join(",")}`);
      return new Map([...world.identities].filter(([domain]) => domains.includes(domain)));
    },
    async remove(domain) {
      ask(`remove ${domain}`);
      world.identities.delete(domain);
    },
  };
}

/** Pages are of two, in the order of addresses. */
function fakeSesList(world: TestWorld["sesList"]): Context["ports"]["sesList"] {
  const say = (call: string): void => {
    world.calls.push(call);
    if (world.down) throw new Error("SES cannot be reached");
  };
  return {
    async page({ since, cursor = "" }) {
      say(since ? "changes" : "all");
      const left = [...world.entries].filter(([address]) => address > cursor).sort();
      const entries = left.slice(0, 2).map(([address, reason]) => ({ address, reason }));
      const last = left.length > 2 ? entries.at(-1)?.address : undefined;
      return { entries, ...(last !== undefined && { cursor: last }) };
    },
    async find(address) {
      say(`find ${address}`);
      const reason = world.entries.get(address);
      return reason && { address, reason };
    },
    async put({ address, reason }) {
      say(`put ${address}`);
      world.entries.set(address, reason);
    },
    async remove(address) {
      say(`remove ${address}`);
      world.entries.delete(address);
    },
  };
}

type Checked = Extract<Awaited<ReturnType<Context["ports"]["verifySns"]>>, { ok: true }>["message"];

function isChecked(message: unknown): message is Checked {
  return typeof message === "object" && message !== null && "messageId" in message && "trust" in message;
}
