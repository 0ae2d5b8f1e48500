export interface ApiAnswer {
  status: number;
  headers: Headers;
  text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the test that looks at a body says what it expects
  body: any;
}

export type Fields = Record<string, unknown>;

/** The API as one key sees it. */
export interface ApiClient {
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  /** POST /api/v1/emails, with a sender, a recipient, a subject and a text unless given. */
  post(fields?: Fields, headers?: Record<string, string>): Promise<ApiAnswer>;
  /** As `post`, for one that must be accepted. → its id */
  send(fields?: Fields): Promise<string>;
  /** `count` messages by batch calls of 100. → ids */
  sendMany(count: number, fields?: Fields): Promise<string[]>;
  /** GET /api/v1/emails/:id */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as ApiAnswer's body
  email(id: string): Promise<any>;
  /** GET /v1/messages/:id */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as ApiAnswer's body
  message(id: string): Promise<any>;
  /** Registers an endpoint. → its id and secret */
  webhook(endpoint: string, events?: string[]): Promise<{ id: string; secret: string }>;
}

const MAX_BATCH = 100;

export function openClient(baseUrl: string, key: string, domain: string): ApiClient {
  const call: ApiClient["call"] = async (method, path, body, headers = {}) => {
    const answer = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: text === "" ? null : JSON.parse(text),
    };
  };
  const mail = (fields: Fields): Fields => ({
    from: `Shop <shop@${domain}>`,
    to: "someone@example.com",
    subject: "Your order",
    text: "It is on its way.",
    ...fields,
  });
  const post: ApiClient["post"] = (fields = {}, headers = {}) =>
    call("POST", "/api/v1/emails", mail(fields), headers);
  const sendBatch = async (count: number, fields: Fields): Promise<string[]> => {
    const batch = Array.from({ length: count }, () => mail(fields));
    const { data } = expectStatus(await call("POST", "/api/v1/emails/batch", batch), 202).body;
    return data.map(({ id }: { id: string }) => id);
  };
  return {
    call,
    post,
    send: async (fields) => expectStatus(await post(fields), 202).body.id,
    async sendMany(count, fields = {}) {
      const sizes = Array.from({ length: Math.ceil(count / MAX_BATCH) }, (_, i) =>
        Math.min(MAX_BATCH, count - i * MAX_BATCH),
      );
      return (await Promise.all(sizes.map((size) => sendBatch(size, fields)))).flat();
    },
    email: async (id) => expectStatus(await call("GET", `/api/v1/emails/${id}`), 200).body,
    message: async (id) => expectStatus(await call("GET", `/v1/messages/${id}`), 200).body,
    async webhook(endpoint, events) {
      const answer = await call("POST", "/api/v1/webhooks", { endpoint, ...(events && { events }) });
      const { id, signing_secret: secret } = expectStatus(answer, 201).body;
      return { id, secret };
    },
  };
}

function expectStatus(answer: ApiAnswer, status: number): ApiAnswer {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${answer.text}`);
  return answer;
}
