/** One line of what the sandbox accepted: the truth about what was sent. */
export interface LedgerLine {
  n: number;
  messageId: string;
  /** ISO 8601. */
  at: string;
  from: string;
  to: string[];
  subject: string;
  tags: Record<string, string>;
}

export interface Fault {
  operation?: string;
  error?: string;
  when?: "before" | "after";
  rate?: number;
  count?: number;
  latency_ms?: number;
}

export interface InboxMail {
  messageId: string;
  from: string;
  to: string[];
  subject: string;
  raw: string;
}

/** The sandbox's own control calls. */
export interface Sandbox {
  url: string;
  ledger(): Promise<LedgerLine[]>;
  /** How often a message of ours was accepted. */
  copies(messageId: string): Promise<LedgerLine[]>;
  accepted(): Promise<number>;
  fault(fault: Fault): Promise<void>;
  clearFaults(): Promise<void>;
  inbox(to: string): Promise<InboxMail[]>;
  sns(change: { notifyUrl?: string; signatureVersion?: "1" | "2" }): Promise<void>;
  isSubscribed(): Promise<boolean>;
  /** What SNS still has to hand over, and what it gave up. */
  topic(): Promise<{ pending: number; delivered: number; failed: number }>;
  /** SES's limits for the account. → them, with how many calls were refused for them since the start */
  quota(change?: Partial<Quota>): Promise<Quota & { refused: number }>;
  /** Publishes an event about a mail that was accepted. */
  event(messageId: string, type: string): Promise<void>;
}

export interface Quota {
  maxSendRate: number;
  max24HourSend: number;
  sentLast24Hours: number;
}

export function openSandbox(url: string): Sandbox {
  const ledger = async (): Promise<LedgerLine[]> => (await call(url, "GET", "/ledger")).lines;
  return {
    url,
    ledger,
    copies: async (messageId) => (await ledger()).filter(({ tags }) => tags["sendex-message"] === messageId),
    accepted: async () => (await call(url, "GET", "/ledger?counts=1")).accepted,
    fault: (fault) => call(url, "POST", "/faults", fault),
    clearFaults: () => call(url, "DELETE", "/faults"),
    inbox: async (to) => (await call(url, "GET", `/messages?to=${encodeURIComponent(to)}`)).messages,
    sns: (change) => call(url, "POST", "/sns", change),
    isSubscribed: async () => (await call(url, "GET", "/sns")).confirmed,
    topic: () => call(url, "GET", "/sns"),
    quota: (change) => (change ? call(url, "POST", "/quota", change) : call(url, "GET", "/quota")),
    event: (messageId, type) => call(url, "POST", "/events", { messageId, type }),
  };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the callers above give each answer its shape
async function call(url: string, method: string, path: string, body?: object): Promise<any> {
  const answer = await fetch(`${url}/_sandbox${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`sandbox: ${method} ${path} → ${answer.status} ${text}`);
  return JSON.parse(text);
}
