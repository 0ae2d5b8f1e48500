import { type Contract, openContract } from "@sendex/testing/described-answers";
import { type Client, openSendex } from "@sendex/sdk/client";
import type {
  AcceptedEmail,
  ApiError,
  Email,
  Message,
  NewEmail,
  NewWebhook,
} from "@sendex/sdk/generated/api";

/** What a request was answered: what it should be on success, or a refusal. */
export interface ApiAnswer<Body extends object = object> {
  status: number;
  headers: Headers;
  text: string;
  body: Body & Partial<ApiError>;
}

export type Fields = Record<string, unknown>;

/** The API as one key sees it. Every response must be as the API's description says. */
export interface ApiClient {
  /** As written, for what the typed client would not send, or not show. */
  call<Body extends object>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<ApiAnswer<Body>>;
  /** POST /api/v1/emails, with a sender, a recipient, a subject and a text unless given. */
  post(fields?: Fields, headers?: Record<string, string>): Promise<ApiAnswer<AcceptedEmail>>;
  /** As `post`, for one that must be accepted. → its id */
  send(fields?: Partial<NewEmail>): Promise<string>;
  /** `count` messages by batch calls of 100. → ids */
  sendMany(count: number, fields?: Partial<NewEmail>): Promise<string[]>;
  /** GET /api/v1/emails/:id */
  email(id: string): Promise<Email>;
  /** GET /v1/messages/:id */
  message(id: string): Promise<Message>;
  /** Registers an endpoint. → its id and secret */
  webhook(endpoint: string, events?: NewWebhook["events"]): Promise<{ id: string; secret: string }>;
}

const MAX_BATCH = 100;

export function openClient(baseUrl: string, key: string, domain: string): ApiClient {
  const checked = checking(baseUrl);
  // Tests say themselves when something is tried again.
  const sendex = openSendex({ apiKey: key, baseUrl, maxRetries: 0, fetch: checked });
  const call = calling(baseUrl, key, checked);
  const mail = (fields: Fields): NewEmail => ({
    from: `Shop <shop@${domain}>`,
    to: "someone@example.com",
    subject: "Your order",
    text: "It is on its way.",
    ...fields,
  });
  const sendBatch = async (sender: Client, count: number, fields: Fields): Promise<string[]> => {
    const { data } = await sender.emails.sendBatch(Array.from({ length: count }, () => mail(fields)));
    return data.map(({ id }) => id);
  };
  return {
    call,
    post: (fields = {}, headers = {}) => call("POST", "/api/v1/emails", mail(fields), headers),
    send: async (fields = {}) => (await sendex.emails.send(mail(fields))).id,
    async sendMany(count, fields = {}) {
      const sizes = Array.from({ length: Math.ceil(count / MAX_BATCH) }, (_, i) =>
        Math.min(MAX_BATCH, count - i * MAX_BATCH),
      );
      return (await Promise.all(sizes.map((size) => sendBatch(sendex, size, fields)))).flat();
    },
    email: (id) => sendex.emails.get(id),
    message: (id) => sendex.messages.get(id),
    async webhook(endpoint, events) {
      const { id, signing_secret } = await sendex.webhooks.create({ endpoint, ...(events && { events }) });
      return { id, secret: signing_secret };
    },
  };
}

function calling(baseUrl: string, key: string, send: typeof fetch): ApiClient["call"] {
  return async (method, path, body, headers = {}) => {
    // A form says itself what it is.
    const isJson = body !== undefined && !(body instanceof FormData);
    const answer = await send(`${baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(isJson ? { "content-type": "application/json" } : {}),
        ...headers,
      },
      ...(isJson ? { body: JSON.stringify(body) } : body instanceof FormData ? { body } : {}),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: JSON.parse(text) };
  };
}

/** A fetch that checks the API's responses against the description that the API publishes. */
function checking(baseUrl: string): typeof fetch {
  let contract: Promise<Contract> | undefined;
  return async (input, init) => {
    const answer = await fetch(input, init);
    contract ??= published(baseUrl).catch((error: unknown) => {
      contract = undefined;
      throw error;
    });
    const { pathname } = new URL(String(input instanceof Request ? input.url : input));
    const body: unknown = await answer.clone().json();
    const method = init?.method ?? (input instanceof Request ? input.method : "GET");
    const given = { method, path: pathname, status: answer.status, body };
    const broken = (await contract).check(given);
    if (broken !== undefined) throw new Error(broken);
    return answer;
  };
}

async function published(baseUrl: string): Promise<Contract> {
  const answer = await fetch(`${baseUrl}/openapi.json`);
  return openContract(JSON.parse(await answer.text()));
}
