import type { HttpRequest, MetadataBearer, MiddlewareStack } from "@smithy/types";
import type { AwsCall, AwsTransport } from "./aws-transport";
import { timeOut } from "@sendex/kit/time-out";

export interface AwsCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** Signs requests to the sandbox, which checks no signature. Keeps the ambient chain from being asked at all. */
const SANDBOX_CREDENTIALS: AwsCredentials = { accessKeyId: "SANDBOX", secretAccessKey: "sandbox" };

const NO_PREFERENCE: string[] = [];

export interface AwsClientOptions {
  region: string;
  /** Base URL of the sandbox; absent: AWS. */
  endpoint?: string;
  credentials?: AwsCredentials;
}

/**
 * Configuration of every SDK client here. One attempt only, since neither SES nor SNS takes a client token
 * (docs/reliability.md: SDK defaults made three sends of one call). With an endpoint nothing ambient is read.
 */
export function clientConfig({ region, endpoint, credentials }: AwsClientOptions) {
  const fixed = { region, maxAttempts: 1, retryMode: "standard", cacheMiddleware: true } as const;
  if (endpoint === undefined) return credentials ? { ...fixed, credentials } : fixed;
  return {
    ...fixed,
    endpoint,
    credentials: credentials ?? SANDBOX_CREDENTIALS,
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    authSchemePreference: NO_PREFERENCE,
    defaultsMode: "standard" as const,
  };
}

/** What each request is for, found again by the command's own input object. */
export type CallsByInput = WeakMap<object, AwsCall>;

/**
 * Puts our transport at the end of a client's middleware and takes out what a bare call does not need; that halves the
 * SDK's own time. The retry step is replaced, not configured: a second send of one call must not exist.
 */
export function useTransport<Input extends object, Output extends MetadataBearer>(
  stack: MiddlewareStack<Input, Output>,
  transport: AwsTransport,
  calls: CallsByInput,
): void {
  for (const name of ["loggerMiddleware", "recursionDetectionMiddleware", "getUserAgentMiddleware"]) {
    stack.remove(name);
  }
  stack.add((next) => (args) => next(args), {
    step: "finalizeRequest",
    priority: "high",
    name: "retryMiddleware",
    override: true,
  });
  stack.add(
    () => async (args) => {
      const call = calls.get(args.input);
      if (!call) throw new Error("A request that no call was opened for");
      return { response: await transport.exchange(args.request as HttpRequest, call) };
    },
    { step: "deserialize", priority: "low", name: "sendexTransport", override: true },
  );
}

/** A deadline over a whole call, credentials and connection included. */
export interface Deadline {
  call: AwsCall;
  /** Runs until done or the deadline, whichever comes first; what loses the race is ignored. */
  within<T>(work: Promise<T>): Promise<T>;
}

export function openDeadline(timeoutMs: number): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  return {
    call: { signal, sent: false },
    within: (work) =>
      new Promise((resolve, reject) => {
        const callOff = timeOut(timeoutMs, () => {
          controller.abort();
          reject(new Error(`No answer within ${timeoutMs} ms`));
        });
        work.then(resolve, reject).finally(callOff);
      }),
  };
}
