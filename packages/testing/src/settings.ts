import { randomBytes } from "node:crypto";
import type { Settings } from "@sendex/boot/settings";
import { testRedisUrl } from "./redis";

export function testSettings(databaseUrl: string): Settings {
  return {
    databaseUrl,
    databasePool: 8,
    // Where nothing happens to PostgreSQL, a busy machine is waited for.
    databasePatience: 8,
    redisUrl: testRedisUrl(),
    host: "127.0.0.1",
    port: 0,
    adminPort: undefined,
    smtp: { port: 0, clear: true, proxies: [], maxConnections: 1_000, maxPerAddress: 50 },
    publicSmtp: { host: "smtp.test", port: 587, tlsPort: 465 },
    trustProxy: undefined,
    sesMode: "sandbox",
    awsRegion: undefined,
    configurationSet: "sendex",
    sandbox: {},
    snsTopicArns: [],
    snsRequireV2: false,
    dnsServers: [],
    acceptImplicitMx: false,
    encryptionKeys: [{ id: "test", key: randomBytes(32) }],
    keyPepper: "a pepper for tests only",
    rateLimitPerMinute: 1_000,
    metadataRetentionDays: 400,
    retryTimeScale: 1,
    sendConcurrency: 10,
    webhookAllowLocal: true,
    systemFrom: undefined,
    publicUrl: "http://dashboard.test",
    signUp: "invite",
    oidc: undefined,
    reviewLlm: undefined,
    imageStore: undefined,
    tracing: undefined,
    logLevel: "error",
    parentPipe: false,
    failAt: undefined,
  };
}
