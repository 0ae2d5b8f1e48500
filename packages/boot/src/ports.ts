import { readFileSync } from "node:fs";
import type { Route } from "@sendex/core/accepting/message";
import type { Clock, Log, SesAnswer } from "@sendex/core/ports";
import { checkEndpointUrl } from "@sendex/outside/address-guard";
import { openMx } from "@sendex/outside/dns";
import { openFetch } from "@sendex/outside/fetch-file";
import { openPost } from "@sendex/outside/http";
import { openRecords } from "@sendex/outside/dns-records";
import { openSesIdentities } from "@sendex/outside/ses-identities";
import { openSandboxMail } from "@sendex/outside/sandbox-mail";
import { openSes, type SesOptions } from "@sendex/outside/ses";
import { openSesList } from "@sendex/outside/ses-list";
import { openSns, type SandboxTrust } from "@sendex/outside/sns";
import type { Context } from "@sendex/pipeline/context";
import { lazy } from "./lazy";
import { openReviewer } from "./reviewer";
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

/** The ways out, each opened when it is first used: a process that sends no mail makes no SES client. */
export function openPorts(settings: Settings, tools: { clock: Clock; log: Log }): OpenedPorts {
  const ses = lazy(() => openSes(liveOptions(settings)));
  const test = lazy(() => openSes({ ...sandboxOptions(settings), credentials: LISTLESS }));
  const list = lazy(() => openSesList(liveOptions(settings)));
  const sns = lazy(() => openSns(snsOptions(settings)));
  const resolver = settings.dnsServers.length > 0 ? { servers: settings.dnsServers } : {};
  const mx = lazy(() => openMx({ ...resolver, implicit: settings.acceptImplicitMx }));
  const records = lazy(() => openRecords(resolver));
  const identities = lazy(() => openSesIdentities(liveOptions(settings)));
  const guard = { allowLocal: settings.webhookAllowLocal };
  const post = lazy(() => openPost(guard));
  const fetch = lazy(() => openFetch(guard));
  const reviewer = lazy(() => openReviewer(settings, tools));
  const sandboxUrl = settings.sandbox?.url;
  return {
    ports: {
      send: async (mail, route) => {
        if (mail.mode === "live" && route === liveRoute(settings)) return ses.get().send(mail);
        return settings.sandbox ? test.get().send(mail) : NO_SANDBOX;
      },
      quota: async () => ses.get().quota(),
      identities: {
        begin: async (domain) => identities.get().begin(domain),
        setMailFrom: async (domain, mailFrom) => identities.get().setMailFrom(domain, mailFrom),
        describe: async (domains) => identities.get().describe(domains),
        remove: async (domain) => identities.get().remove(domain),
      },
      sesList: {
        page: async (query) => list.get().page(query),
        find: async (address) => list.get().find(address),
        put: async (entry) => list.get().put(entry),
        remove: async (address) => list.get().remove(address),
      },
      lookupMx: (domain) => mx.get()(domain),
      lookupRecords: (name, type) => records.get()(name, type),
      postOut: (request) => post.get()(request),
      fetchFile: (request) => fetch.get()(request),
      checkEndpoint: (url) => checkEndpointUrl(url, guard),
      verifySns: async (body) => sns.get().verify(body),
      confirmSns: async (topicArn, token) => sns.get().confirm(topicArn, token),
      review: async (mail) => reviewer.get()(mail),
      ...(sandboxUrl !== undefined && { readSandboxMail: openSandboxMail(sandboxUrl) }),
    },
    close: () => {
      for (const port of [ses, test, identities, list, sns]) port.opened()?.close();
    },
  };
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
