import type { Tenant } from "../stack";
import { make } from "./make";

/** Whom the showcase's account writes to. */
export interface Audience {
  /** With a name, properties, topics and a segment. */
  contact: string;
  segment: string;
  /** A segment that follows a rule. */
  rule: string;
}

const PEOPLE = [
  { email: "linus@example.net", first_name: "Linus" },
  { email: "margaret.hamilton@example.org", first_name: "Margaret", last_name: "Hamilton" },
  { email: "katherine.johnson@example.com", first_name: "Katherine", last_name: "Johnson" },
  { email: "info@example.org" },
];

export async function makeAudience({ client, domain }: Tenant): Promise<Audience> {
  const segment = await make(client, "/api/v1/segments", { name: "Customers" });
  const trial = await make(client, "/api/v1/segments", { name: "On trial" });
  const news = await make(client, "/api/v1/topics", {
    ...{ name: "Product news", description: "What is new, once a month." },
    default_subscription: "opt_in",
  });
  const offers = await make(client, "/api/v1/topics", { name: "Offers", default_subscription: "opt_out" });
  const plan = { key: "plan", type: "string", fallback_value: "free" };
  await make(client, "/api/v1/contact-properties", plan);
  const rule = await make(client, "/api/v1/segments", {
    name: "Readers",
    rule: readersOf(news, segment),
  });
  for (const person of PEOPLE)
    await make(client, "/api/v1/contacts", { ...person, segments: [{ id: trial }] });
  await make(client, "/api/v1/contacts", {
    ...{ email: "grace.hopper@example.com", first_name: "Grace", last_name: "Hopper", unsubscribed: true },
    segments: [{ id: segment }],
  });
  await make(client, "/api/v1/forms", {
    ...{ name: "Newsletter", fields: ["first_name"], redirect_url: "https://acme.example/welcome" },
    ...{ segments: [{ id: segment }], topics: [{ id: news }] },
  });
  await make(client, "/api/v1/contacts", {
    ...{ email: "barbara@example.org", first_name: "Barbara" },
    double_opt_in: { from: `news@${domain}` },
  });
  const contact = await make(client, "/api/v1/contacts", {
    ...{ email: "ada.lovelace@example.com", first_name: "Ada", last_name: "Lovelace" },
    properties: { plan: "pro" },
    segments: [{ id: segment }],
    topics: [news, offers].map((id) => ({ id, subscription: "opt_in" })),
  });
  await make(
    client,
    "/api/v1/contacts/imports",
    fileOf("email,plan\nada.lovelace@example.com,pro\nnobody,\n"),
  );
  return { contact, segment, rule };
}

/** A rule with something of each kind. */
function readersOf(topic: string, list: string) {
  return {
    match: "all",
    conditions: [
      { field: "properties.plan", operator: "equals", value: "pro" },
      { field: `topics.${topic}`, operator: "equals", value: "opt_in" },
    ],
    groups: [
      {
        match: "any",
        conditions: [
          { field: "created_at", operator: "within_days", value: 30 },
          { field: "opened", operator: "not_within_days", value: 90 },
          { field: `segments.${list}`, operator: "equals", value: true },
        ],
      },
    ],
  };
}

/** As a form that imports it. */
export function fileOf(csv: string): FormData {
  const form = new FormData();
  form.append("file", new Blob([csv], { type: "text/csv" }), "people.csv");
  return form;
}
