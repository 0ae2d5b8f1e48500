import {
  DeleteSuppressedDestinationCommand,
  GetSuppressedDestinationCommand,
  ListSuppressedDestinationsCommand,
  PutSuppressedDestinationCommand,
  SESv2Client,
  type SuppressedDestinationSummary,
} from "@aws-sdk/client-sesv2";
import type { SesList, SesListEntry } from "@sendex/core/ports";
import {
  type AwsClientOptions,
  type CallsByInput,
  clientConfig,
  openDeadline,
  useTransport,
} from "./aws-client";
import { openTransport } from "./aws-transport";

const TIMEOUT_MS = 10_000;
/** SES takes about one of these calls a second, and the scheduler makes them one after the other. */
const SOCKETS = 2;
/** Of SES's 1,000: an answer stays far below what the transport takes. */
const PAGE_SIZE = 500;

/** The account-level suppression list through SES v2. With `endpoint` it speaks to the sandbox alone. */
export function openSesList(options: AwsClientOptions & { pageSize?: number }): SesList & { close(): void } {
  const { pageSize = PAGE_SIZE } = options;
  const transport = openTransport(SOCKETS);
  const calls: CallsByInput = new WeakMap();
  const client = new SESv2Client(clientConfig(options));
  useTransport(client.middlewareStack, transport, calls);
  /** Opens a deadline for the command, which its own input finds again. */
  const bounded = <C extends { input: object }, T>(
    command: C,
    send: (command: C) => Promise<T>,
  ): Promise<T> => {
    const deadline = openDeadline(TIMEOUT_MS);
    calls.set(command.input, deadline.call);
    return deadline.within(send(command));
  };
  return {
    async page({ since, cursor }) {
      const query = { PageSize: pageSize, StartDate: since, NextToken: cursor };
      const answer = await bounded(new ListSuppressedDestinationsCommand(query), (one) => client.send(one));
      const entries = (answer.SuppressedDestinationSummaries ?? []).flatMap(readEntry);
      return answer.NextToken === undefined ? { entries } : { entries, cursor: answer.NextToken };
    },
    async find(address) {
      const command = new GetSuppressedDestinationCommand({ EmailAddress: address });
      const answer = await unlessGone(bounded(command, (one) => client.send(one)));
      return answer?.SuppressedDestination && readEntry(answer.SuppressedDestination)[0];
    },
    async put({ address, reason }) {
      const Reason = reason === "complaint" ? "COMPLAINT" : "BOUNCE";
      const command = new PutSuppressedDestinationCommand({ EmailAddress: address, Reason });
      await bounded(command, (one) => client.send(one));
    },
    async remove(address) {
      const command = new DeleteSuppressedDestinationCommand({ EmailAddress: address });
      await unlessGone(bounded(command, (one) => client.send(one)));
    },
    close: () => {
      transport.close();
    },
  };
}

function readEntry({ EmailAddress, Reason }: Partial<SuppressedDestinationSummary>): SesListEntry[] {
  if (EmailAddress === undefined) return [];
  return [{ address: EmailAddress, reason: Reason === "COMPLAINT" ? "complaint" : "bounce" }];
}

async function unlessGone<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === "NotFoundException") return undefined;
    throw error;
  }
}
