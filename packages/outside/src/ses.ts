import { GetSendQuotaCommand, SendRawEmailCommand, SESClient } from "@aws-sdk/client-ses";
import { SendEmailCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { SES_V1_MAX_BYTES } from "@sendex/core/accepting/message";
import type { GetSendQuota, OutgoingMail, SesAnswer } from "@sendex/core/ports";
import { clientConfig, openDeadline, useTransport } from "./aws-client";
import type { AwsClientOptions, CallsByInput } from "./aws-client";
import { openTransport } from "./aws-transport";
import { answerOf, refusalOf } from "./ses-outcome";

export interface SesOptions extends AwsClientOptions {
  /** Its SNS destination tells us what became of each mail (docs/contract.md "Webhooks"). */
  configurationSet?: string;
  /** The most calls at once; more wait for a socket. */
  maxSockets?: number;
  /** Larger mail goes through v2: SES' own limit, smaller in tests. */
  v1MaxBytes?: number;
}

export interface Ses {
  /** Never rejects. At most one send for one call. */
  send(mail: OutgoingMail): Promise<SesAnswer>;
  quota: GetSendQuota;
  close(): void;
}

const QUOTA_TIMEOUT_MS = 10_000;

interface Clients {
  v1: SESClient;
  v2: SESv2Client;
  calls: CallsByInput;
  configurationSet: string | undefined;
  v1MaxBytes: number;
}

/** One client for each SES API, kept for the process's life. With `endpoint` it speaks to the sandbox alone. */
export function openSes(options: SesOptions): Ses {
  const transport = openTransport(options.maxSockets);
  const calls: CallsByInput = new WeakMap();
  const v1 = new SESClient(clientConfig(options));
  const v2 = new SESv2Client(clientConfig(options));
  useTransport(v1.middlewareStack, transport, calls);
  useTransport(v2.middlewareStack, transport, calls);
  const { configurationSet, v1MaxBytes = SES_V1_MAX_BYTES } = options;
  const clients = { v1, v2, calls, configurationSet, v1MaxBytes };
  return {
    send: (mail) => send(clients, mail),
    quota: () => quota(clients),
    close: () => {
      transport.close();
    },
  };
}

async function send(clients: Clients, mail: OutgoingMail): Promise<SesAnswer> {
  const deadline = openDeadline(mail.timeoutMs);
  try {
    const small = mail.raw.length <= clients.v1MaxBytes;
    const command = small ? rawEmail(mail, clients) : largeEmail(mail, clients);
    clients.calls.set(command.input, deadline.call);
    const sending =
      command instanceof SendRawEmailCommand ? clients.v1.send(command) : clients.v2.send(command);
    return answerOf((await deadline.within<{ MessageId?: string | undefined }>(sending)).MessageId);
  } catch (error) {
    return refusalOf(error, deadline.call);
  }
}

function rawEmail(mail: OutgoingMail, { configurationSet }: Clients): SendRawEmailCommand {
  return new SendRawEmailCommand({
    Source: mail.from,
    Destinations: [mail.to],
    RawMessage: { Data: mail.raw },
    Tags: tagsOf(mail),
    ConfigurationSetName: configurationSet,
  });
}

function largeEmail(mail: OutgoingMail, { configurationSet }: Clients): SendEmailCommand {
  return new SendEmailCommand({
    FromEmailAddress: mail.from,
    Destination: { ToAddresses: [mail.to] },
    Content: { Raw: { Data: mail.raw } },
    EmailTags: tagsOf(mail),
    ConfigurationSetName: configurationSet,
  });
}

function tagsOf(mail: OutgoingMail): { Name: string; Value: string }[] {
  return Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value }));
}

async function quota({ v1, calls }: Clients): ReturnType<GetSendQuota> {
  const deadline = openDeadline(QUOTA_TIMEOUT_MS);
  const command = new GetSendQuotaCommand({});
  calls.set(command.input, deadline.call);
  const { MaxSendRate, Max24HourSend, SentLast24Hours } = await deadline.within(v1.send(command));
  if (MaxSendRate === undefined || Max24HourSend === undefined || SentLast24Hours === undefined) {
    throw new Error("SES answered no send quota");
  }
  return { maxSendRate: MaxSendRate, max24Hour: Max24HourSend, sentLast24Hours: SentLast24Hours };
}
