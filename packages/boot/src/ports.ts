import { readFileSync } from "node:fs";
import type { Route } from "@sendex/core/accepting/message";
import type { Clock, ImageStore, Log, SesAnswer } from "@sendex/core/ports";
import { checkEndpointUrl } from "@sendex/outside/address-guard";
import { openMx } from "@sendex/outside/dns";
import { openFetch } from "@sendex/outside/fetch-file";
import { openPost } from "@sendex/outside/http";
import { openRecords } from "@sendex/outside/dns-records";
import { openSandboxMail } from "@sendex/outside/sandbox-mail";
import type { SesOptions } from "@sendex/outside/ses";
import type { SandboxTrust } from "@sendex/outside/sns";
import type { Context } from "@sendex/pipeline/context";
import { lazy } from "./lazy";
import type { Settings } from "./settings";

export interface OpenedPorts {
  ports: Context["ports"];
  close(): void;
}

/** The region that the sandbox's requests are signed for; it listens to any. */
const SANDBOX_REGION = "us-east-1";

/** Of an AWS account whose suppression list is off: SES's list is about live mail, in a sandbox that has both kinds too. */
const LISTLESS = { accessKeyId: "SANDBOXLISTLESS", secretAccessKey: "sandbox" };

/** What test mail gets where no sandbox runs beside AWS. */
const NO_SANDBOX: SesAnswer = {
  kind: "rejected",
  code: "no_sandbox",
  detail: "Mail of test keys goes to a sandbox, and this installation has none.",
};

/** The ways out, each loaded and opened when it is first used: a process that sends no mail loads nothing of AWS. */
export function openPorts(settings: Settings, tools: { clock: Clock; log: Log }): OpenedPorts {
  const aws = openAws(settings);
  const resolver = settings.dnsServers.length > 0 ? { servers: settings.dnsServers } : {};
  const guard = { allowLocal: settings.webhookAllowLocal };
  const lookupMx = once(() => openMx({ ...resolver, implicit: settings.acceptImplicitMx }));
  const lookupRecords = once(() => openRecords(resolver));
  const postOut = once(() => openPost(guard));
  const fetchFile = once(() => openFetch(guard));
  const reviewer = lazy(async () => (await import("@sendex/boot/reviewer")).openReviewer(settings, tools));
  const sandboxUrl = settings.sandbox?.url;
  const images = openImages(settings);
  return {
    ports: {
      ...aws.ports,
      lookupMx: (domain) => lookupMx()(domain),
      lookupRecords: (name, type) => lookupRecords()(name, type),
      postOut: (request) => postOut()(request),
      fetchFile: (request) => fetchFile()(request),
      checkEndpoint: (url) => checkEndpointUrl(url, guard),
      review: async (mail) => (await reviewer.get())(mail),
      ...(sandboxUrl !== undefined && { readSandboxMail: openSandboxMail(sandboxUrl) }),
      ...(images && { imageStore: images.port }),
    },
    close() {
      aws.close();
      images?.close();
    },
  };
}

/** Where images are, if not in PostgreSQL. */
function openImages({ imageStore }: Settings) {
  if (!imageStore) return undefined;
  const store = lazy(async () => (await import("@sendex/outside/image-store")).openImageStore(imageStore));
  const port: ImageStore = {
    put: async (key, object) => (await store.get()).put(key, object),
    get: async (key, mostBytes) => (await store.get()).get(key, mostBytes),
    remove: async (key) => (await store.get()).remove(key),
  };
  return { port, close: () => store.opened()?.close() };
}

/** What goes to Amazon, or to the sandbox in its place. */
function openAws(settings: Settings): {
  ports: Pick<Context["ports"], "send" | "quota" | "identities" | "sesList" | "verifySns" | "confirmSns">;
  close(): void;
} {
  const { ses, test, list, sns, identities } = awsClients(settings);
  return {
    ports: {
      send: async (mail, route) => {
        if (mail.mode === "live" && route === liveRoute(settings)) return (await ses.get()).send(mail);
        return settings.sandbox ? (await test.get()).send(mail) : NO_SANDBOX;
      },
      quota: async () => (await ses.get()).quota(),
      identities: {
        begin: async (domain) => (await identities.get()).begin(domain),
        setMailFrom: async (domain, mailFrom) => (await identities.get()).setMailFrom(domain, mailFrom),
        describe: async (domains) => (await identities.get()).describe(domains),
        remove: async (domain) => (await identities.get()).remove(domain),
      },
      sesList: {
        page: async (query) => (await list.get()).page(query),
        find: async (address) => (await list.get()).find(address),
        put: async (entry) => (await list.get()).put(entry),
        remove: async (address) => (await list.get()).remove(address),
      },
      verifySns: async (body) => (await sns.get()).verify(body),
      confirmSns: async (topicArn, token) => (await sns.get()).confirm(topicArn, token),
    },
    close: () => {
      for (const client of [ses, test, identities, list, sns]) client.opened()?.close();
    },
  };
}

function awsClients(settings: Settings) {
  const openSes = async (options: SesOptions) => (await import("@sendex/outside/ses")).openSes(options);
  return {
    ses: lazy(() => openSes(liveOptions(settings))),
    test: lazy(() => openSes({ ...sandboxOptions(settings), credentials: LISTLESS })),
    list: lazy(async () => (await import("@sendex/outside/ses-list")).openSesList(liveOptions(settings))),
    sns: lazy(async () => (await import("@sendex/outside/sns")).openSns(snsOptions(settings))),
    identities: lazy(async () =>
      (await import("@sendex/outside/ses-identities")).openSesIdentities(liveOptions(settings)),
    ),
  };
}

function once<T extends object>(open: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= open());
}

/** Where mail of live keys leaves in this installation. */
export function liveRoute({ sesMode }: Settings): Route {
  return sesMode === "aws" ? "ses" : "sandbox";
}

/** Of SES, where live domains are verified. */
export function sesRegion({ sesMode, awsRegion }: Settings): string {
  return sesMode === "aws" ? needed(awsRegion, "AWS_REGION") : SANDBOX_REGION;
}

function liveOptions(settings: Settings): SesOptions {
  if (settings.sesMode === "sandbox") return sandboxOptions(settings);
  const { configurationSet, sendConcurrency } = settings;
  return { configurationSet, maxSockets: 2 * sendConcurrency, region: sesRegion(settings) };
}

function sandboxOptions({ sandbox, configurationSet, sendConcurrency }: Settings): SesOptions {
  const endpoint = needed(sandbox?.url, "SANDBOX_URL");
  return { configurationSet, maxSockets: 2 * sendConcurrency, region: SANDBOX_REGION, endpoint };
}

/** The topics whose notifications are taken, the sandbox's with them. */
export function topicArns({ sandbox, snsTopicArns }: Settings): string[] {
  return sandbox?.topicArn === undefined ? snsTopicArns : [...snsTopicArns, sandbox.topicArn];
}

function snsOptions({ sandbox, snsTopicArns, snsRequireV2 }: Settings) {
  const shared = { topicArns: snsTopicArns, requireV2: snsRequireV2 };
  return sandbox ? { ...shared, sandbox: sandboxTrust(sandbox) } : shared;
}

/** Read when the first notification comes: the sandbox writes the file, and may start after us. */
function sandboxTrust({ url, trustRoot, topicArn }: NonNullable<Settings["sandbox"]>): SandboxTrust {
  return {
    topicArn: needed(topicArn, "SANDBOX_TOPIC_ARN"),
    certificatePem: readFileSync(needed(trustRoot, "SANDBOX_TRUST_ROOT"), "utf8"),
    origin: new URL(needed(url, "SANDBOX_URL")).origin,
  };
}

/** Settings are checked for the role a process has; this is for the port it was not meant to use. */
function needed(value: string | undefined, name: string): string {
  if (value === undefined) throw new Error(`${name} is not set in this process`);
  return value;
}
