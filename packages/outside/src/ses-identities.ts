import {
  DeleteIdentityCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityMailFromDomainAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  SESClient,
  SetIdentityMailFromDomainCommand,
  VerifyDomainDkimCommand,
  VerifyDomainIdentityCommand,
} from "@aws-sdk/client-ses";
import type { DomainIdentities, DomainIdentity, IdentityState } from "@sendex/core/ports";
import {
  type AwsClientOptions,
  type CallsByInput,
  clientConfig,
  openDeadline,
  useTransport,
} from "./aws-client";
import { openTransport } from "./aws-transport";

export interface SesIdentities extends DomainIdentities {
  close(): void;
}

/** A person waits for up to three of these, one after the other. */
const TIMEOUT_MS = 3_000;
const MAX_SOCKETS = 5;

interface Client {
  ses: SESClient;
  /** Sends one command under a deadline of its own. */
  call<T>(command: { input: object }, send: () => Promise<T>): Promise<T>;
}

/** Domain identities by the SES v1 API. Its calls for them are throttled at about one a second each (API reference). */
export function openSesIdentities(options: AwsClientOptions): SesIdentities {
  const transport = openTransport(MAX_SOCKETS);
  const calls: CallsByInput = new WeakMap();
  const ses = new SESClient(clientConfig(options));
  useTransport(ses.middlewareStack, transport, calls);
  const client: Client = {
    ses,
    call(command, send) {
      const deadline = openDeadline(TIMEOUT_MS);
      calls.set(command.input, deadline.call);
      return deadline.within(send());
    },
  };
  return {
    begin: (domain) => begin(client, domain),
    setMailFrom: (domain, mailFrom) => setMailFrom(client, domain, mailFrom),
    describe: (domains) => describe(client, domains),
    async remove(Identity) {
      const command = new DeleteIdentityCommand({ Identity });
      await client.call(command, () => ses.send(command));
    },
    close: () => {
      transport.close();
    },
  };
}

async function begin({ ses, call }: Client, Domain: string): ReturnType<DomainIdentities["begin"]> {
  const verify = new VerifyDomainIdentityCommand({ Domain });
  const dkim = new VerifyDomainDkimCommand({ Domain });
  const { VerificationToken: token } = await call(verify, () => ses.send(verify));
  const { DkimTokens: dkimTokens } = await call(dkim, () => ses.send(dkim));
  if (!token || !dkimTokens) throw new Error("SES answered without a domain's tokens");
  return { token, dkimTokens };
}

async function setMailFrom({ ses, call }: Client, Identity: string, MailFromDomain: string): Promise<void> {
  // Where the MX is not there yet, mail goes out all the same, with SES's own MAIL FROM.
  const input = { Identity, MailFromDomain, BehaviorOnMXFailure: "UseDefaultValue" as const };
  const command = new SetIdentityMailFromDomainCommand(input);
  await call(command, () => ses.send(command));
}

async function describe({ ses, call }: Client, Identities: string[]): Promise<Map<string, DomainIdentity>> {
  const verification = new GetIdentityVerificationAttributesCommand({ Identities });
  const dkim = new GetIdentityDkimAttributesCommand({ Identities });
  const mailFrom = new GetIdentityMailFromDomainAttributesCommand({ Identities });
  const [verified, signed, returned] = await Promise.all([
    call(verification, () => ses.send(verification)),
    call(dkim, () => ses.send(dkim)),
    call(mailFrom, () => ses.send(mailFrom)),
  ]);
  const known = Object.entries(verified.VerificationAttributes ?? {});
  return new Map(
    known.map(([domain, { VerificationStatus, VerificationToken }]): [string, DomainIdentity] => [
      domain,
      {
        state: stateOf(VerificationStatus),
        token: VerificationToken ?? null,
        dkim: {
          state: stateOf(signed.DkimAttributes?.[domain]?.DkimVerificationStatus),
          tokens: signed.DkimAttributes?.[domain]?.DkimTokens ?? [],
        },
        mailFrom: returned.MailFromDomainAttributes?.[domain]?.MailFromDomain ?? null,
      },
    ]),
  );
}

const STATES: Record<string, IdentityState> = {
  NotStarted: "not_started",
  Pending: "pending",
  Success: "success",
  Failed: "failed",
  TemporaryFailure: "temporary_failure",
};

function stateOf(word: string | undefined): IdentityState {
  return STATES[word ?? ""] ?? "not_started";
}
