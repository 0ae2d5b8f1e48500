import { ConfirmSubscriptionCommand, SNSClient } from "@aws-sdk/client-sns";
import type { ConfirmSns, SnsMessage, VerifySns } from "@sendex/core/ports";
import { clientConfig, openDeadline, useTransport } from "./aws-client";
import type { AwsCredentials, CallsByInput } from "./aws-client";
import { openTransport } from "./aws-transport";
import { fetchCertificate } from "./certificate-fetch";
import { openCertificates } from "./certificates";
import type { GetCertificate } from "./certificates";
import { parseEnvelope } from "./sns-envelope";
import type { SnsEnvelope } from "./sns-envelope";
import {
  hasValidSignature,
  isCertificateUrl,
  isSnsCertificate,
  isValidAt,
  parseCertificate,
  topicHome,
} from "./sns-signature";

/** The sandbox's own root of trust, good for exactly one topic. */
export interface SandboxTrust {
  topicArn: string;
  /** The certificate that signs, as PEM. It is never fetched. */
  certificatePem: string;
  /** What its SigningCertURL must begin with: `http://127.0.0.1:4570`. */
  origin: string;
  /** Base URL of its SNS API; absent: the origin. */
  endpoint?: string;
}

export interface SnsOptions {
  /** The exact topics of AWS that are listened to. */
  topicArns: string[];
  /** Refuse SignatureVersion 1, which is SHA-1. */
  requireV2?: boolean;
  sandbox?: SandboxTrust;
  /** To confirm subscriptions at AWS; absent: the SDK's own chain. */
  credentials?: AwsCredentials;
  /** Stands in for the network in tests. */
  fetchCertificate?: (url: string) => Promise<string>;
}

export interface Sns {
  verify: VerifySns;
  confirm: ConfirmSns;
  close(): void;
}

const CONFIRM_TIMEOUT_MS = 10_000;

/** Throws where the sandbox's certificate cannot be read or an allow-listed ARN is none. */
export function openSns(options: SnsOptions): Sns {
  const strays = options.topicArns.filter((arn) => !topicHome(arn));
  if (strays.length > 0) throw new Error(`Not the ARN of an SNS topic: ${strays.join(", ")}`);
  const transport = openTransport();
  return {
    verify: openVerify(options),
    confirm: openConfirm(options, transport),
    close: () => {
      transport.close();
    },
  };
}

/** Checks the topic, then the form, then the certificate's URL; fetches nothing where one of them is wrong. */
function openVerify({ topicArns, requireV2, sandbox, ...options }: SnsOptions): VerifySns {
  const certificates = openCertificates(options.fetchCertificate ?? ((url) => fetchCertificate(url)));
  const sandboxCheck = sandbox && openSandboxCheck(sandbox);
  const isKnownTopic = (arn: string) => arn === sandbox?.topicArn || topicArns.includes(arn);
  return async (body) => {
    const envelope = parseEnvelope(body, isKnownTopic);
    if (typeof envelope === "string") return { ok: false, why: envelope };
    if (requireV2 && envelope.SignatureVersion !== "2") {
      return { ok: false, why: "SignatureVersion 2 is required" };
    }
    const fromSandbox = envelope.TopicArn === sandbox?.topicArn;
    const why =
      fromSandbox && sandboxCheck ? sandboxCheck(envelope) : await checkAgainstAws(envelope, certificates);
    if (why !== undefined) return { ok: false, why };
    return { ok: true, message: messageOf(envelope, fromSandbox ? "sandbox" : "aws") };
  };
}

/** AWS documents the certificate from its own host over TLS as the trust; there is no chain to build. */
async function checkAgainstAws(
  envelope: SnsEnvelope,
  getCertificate: GetCertificate,
): Promise<string | undefined> {
  if (!isCertificateUrl(envelope.SigningCertURL, envelope.TopicArn)) {
    return "SigningCertURL is not one of SNS in the topic's region";
  }
  const certificate = await getCertificate(envelope.SigningCertURL);
  if (!isSnsCertificate(certificate)) return "the certificate is not of sns.amazonaws.com";
  if (!isValidAt(certificate, new Date(envelope.Timestamp))) {
    return "the certificate was not valid at the message's time";
  }
  return hasValidSignature(envelope, certificate) ? undefined : "the signature does not fit";
}

function openSandboxCheck(sandbox: SandboxTrust): (envelope: SnsEnvelope) => string | undefined {
  const certificate = parseCertificate(sandbox.certificatePem);
  const { origin } = new URL(sandbox.origin);
  return (envelope) => {
    if (!envelope.SigningCertURL.startsWith(`${origin}/`)) return "SigningCertURL is not of the sandbox";
    if (!isValidAt(certificate, new Date(envelope.Timestamp))) {
      return "the sandbox's certificate was not valid at the message's time";
    }
    return hasValidSignature(envelope, certificate) ? undefined : "the signature does not fit";
  };
}

function messageOf(envelope: SnsEnvelope, trust: SnsMessage["trust"]): SnsMessage {
  const { Type, MessageId, TopicArn, Message, Timestamp, Token } = envelope;
  const message: SnsMessage = {
    type: Type,
    messageId: MessageId,
    topicArn: TopicArn,
    message: Message,
    timestamp: new Date(Timestamp),
    trust,
  };
  return Token === undefined ? message : { ...message, token: Token };
}

/** One client a region, and one for the sandbox, made when first needed. */
function openConfirm(options: SnsOptions, transport: ReturnType<typeof openTransport>): ConfirmSns {
  const calls: CallsByInput = new WeakMap();
  const clients = new Map<string, SNSClient>();

  function clientFor(topicArn: string): SNSClient {
    const { region, endpoint } = whereabouts(topicArn, options);
    const key = endpoint ?? region;
    let client = clients.get(key);
    if (!client) {
      const { credentials } = options;
      client = new SNSClient(clientConfig(endpoint ? { region, endpoint } : { region, credentials }));
      useTransport(client.middlewareStack, transport, calls);
      clients.set(key, client);
    }
    return client;
  }

  return async (topicArn, token) => {
    const client = clientFor(topicArn);
    const command = new ConfirmSubscriptionCommand({ TopicArn: topicArn, Token: token });
    const deadline = openDeadline(CONFIRM_TIMEOUT_MS);
    calls.set(command.input, deadline.call);
    await deadline.within(client.send(command));
  };
}

function whereabouts(topicArn: string, { sandbox, topicArns }: SnsOptions) {
  const region = topicHome(topicArn)?.region;
  if (topicArn === sandbox?.topicArn) {
    return { region: region ?? "us-east-1", endpoint: sandbox.endpoint ?? sandbox.origin };
  }
  if (region === undefined || !topicArns.includes(topicArn)) throw new Error("The topic is not one of ours");
  return { region, endpoint: undefined };
}
