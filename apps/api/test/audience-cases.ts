import { newId } from "@sendex/crypto/token";
import { plain } from "@sendex/data/database/pools";
import type { SeededAccount } from "@sendex/testing/accounts";
import { FORM_BOUNDARY, type TestApi } from "./api";

/** What the tests of every route must know of contacts, broadcasts and images (route-cases.ts). */

let count = 0;

function fresh(prefix: string): string {
  count += 1;
  return `${prefix}${count}_${process.pid}`;
}

const newContact = () => ({ email: `${fresh("c")}@inbox.example` });
const newSegment = () => ({ name: "Customers" });
const newForm = () => ({ name: "Newsletter" });
const newTopic = () => ({ name: "News", default_subscription: "opt_in" });
const newBroadcast = () => ({ name: "News", subject: "News", text: "Hello" });
/** As a form with a file. */
const newImport = (csv = `email\n${fresh("i")}@inbox.example\n`) =>
  `--${FORM_BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${csv}\r\n--${FORM_BOUNDARY}--\r\n`;
/** A GIF of one pixel: all of it is text, and no two are the same. */
const newImage = () =>
  `--${FORM_BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.gif"\r\n\r\nGIF89a\x01\x00\x01\x00${fresh("g")}\r\n--${FORM_BOUNDARY}--\r\n`;
const newProperty = () => ({ key: fresh("p"), type: "string" });

export const AUDIENCE_BODIES: Record<string, () => unknown> = {
  "POST /api/v1/account/brand/preview": () => ({ name: "Acme", color: "#2f5bd3" }),
  "POST /api/v1/contacts": newContact,
  "POST /api/v1/contacts/imports": () => newImport(),
  "POST /api/v1/images": newImage,
  "PATCH /api/v1/contacts/:id": () => ({ first_name: "Ada" }),
  "PATCH /api/v1/contacts/:id/topics": () => [],
  "POST /api/v1/segments": newSegment,
  "POST /api/v1/segments/preview": () => ({ rule: { match: "all", conditions: [] } }),
  "PATCH /api/v1/segments/:id": () => ({ name: "Renamed" }),
  "POST /api/v1/forms": newForm,
  "PATCH /api/v1/forms/:id": () => ({ name: "Renamed" }),
  "POST /api/v1/topics": newTopic,
  "PATCH /api/v1/topics/:id": () => ({ name: "Renamed" }),
  "POST /api/v1/contact-properties": newProperty,
  "PATCH /api/v1/contact-properties/:id": () => ({ fallback_value: "none" }),
  "POST /api/v1/broadcasts": newBroadcast,
  "PATCH /api/v1/broadcasts/:id": () => ({ name: "Renamed" }),
  "POST /api/v1/broadcasts/:id/send": () => ({}),
  "POST /api/v1/broadcasts/:id/decide": () => ({ winner: "b" }),
  "POST /api/v1/broadcasts/:id/duplicate": () => ({}),
  "POST /api/v1/broadcasts/:id/test": () => ({ to: "you@inbox.example" }),
  "POST /api/v1/audiences": newSegment,
  "POST /api/v1/audiences/:id/contacts": newContact,
  "PATCH /api/v1/audiences/:id/contacts/:part": () => ({ first_name: "Ada" }),
};

interface Named {
  theirs: Record<string, string>;
  nobodys: Record<string, string>;
}

type MakeObject = (api: TestApi, tenant: SeededAccount) => Promise<Named>;

export const AUDIENCE_OBJECTS: Record<string, MakeObject> = {
  "/api/v1/contacts/imports/:id": one("imp", "/api/v1/contacts/imports", newImport),
  "/api/v1/contacts/:id": one("con", "/api/v1/contacts", newContact),
  "/api/v1/contacts/:id/segments/:part": contactInSegment,
  "/api/v1/segments/:id": one("seg", "/api/v1/segments", newSegment),
  "/api/v1/forms/:id": one("form", "/api/v1/forms", newForm),
  "/api/v1/topics/:id": one("top", "/api/v1/topics", newTopic),
  "/api/v1/contact-properties/:id": one("prop", "/api/v1/contact-properties", newProperty),
  "/api/v1/broadcasts/:id": broadcast(),
  "/api/v1/broadcasts/:id/pause": broadcast("send"),
  "/api/v1/broadcasts/:id/cancel": broadcast("send"),
  "/api/v1/broadcasts/:id/resume": broadcast("send", "pause"),
  "/api/v1/broadcasts/:id/decide": undecided,
  "/api/v1/images/:id": one("img", "/api/v1/images", newImage),
  "/api/v1/audiences/:id": one("seg", "/api/v1/audiences", newSegment),
  "/api/v1/audiences/:id/contacts/:part": segmentWithContact,
};

function one(prefix: string, path: string, bodyOf: () => unknown): MakeObject {
  return async (api, tenant) => {
    await forget(api, tenant);
    const theirs = { id: await make(api, tenant, path, bodyOf()) };
    return { theirs, nobodys: { id: newId(prefix, api.clock.now()) } };
  };
}

/** A draft that lacks nothing, after some acts. */
function broadcast(...acts: string[]): MakeObject {
  return async (api, tenant) => {
    const segment_id = await make(api, tenant, "/api/v1/segments", newSegment());
    const from = `news@${tenant.domain}`;
    const id = await make(api, tenant, "/api/v1/broadcasts", { ...newBroadcast(), segment_id, from });
    for (const act of acts) await make(api, tenant, `/api/v1/broadcasts/${id}/${act}`, {});
    return { theirs: { id }, nobodys: { id: newId("bc", api.clock.now()) } };
  };
}

/** One whose test of two subjects was sent. */
async function undecided(api: TestApi, tenant: SeededAccount): Promise<Named> {
  const made = await broadcast()(api, tenant);
  const test = JSON.stringify({ subject: "Hi", percent: 20, hours: 4, by: "opened" });
  await plain(api.context.data).query(
    "UPDATE broadcasts SET state = 'sending', exhausted = true, test_ended_at = $2, subject_test = $3 WHERE id = $1",
    [made.theirs.id, api.clock.now(), test],
  );
  return made;
}

async function contactInSegment(api: TestApi, tenant: SeededAccount): Promise<Named> {
  const { id: part, part: id } = (await segmentWithContact(api, tenant)).theirs;
  const now = api.clock.now();
  return {
    theirs: { id: id ?? "", part: part ?? "" },
    nobodys: { id: newId("con", now), part: newId("seg", now) },
  };
}

async function segmentWithContact(api: TestApi, tenant: SeededAccount): Promise<Named> {
  const id = await make(api, tenant, "/api/v1/segments", newSegment());
  const part = await make(api, tenant, "/api/v1/contacts", { ...newContact(), segments: [{ id }] });
  const now = api.clock.now();
  return { theirs: { id, part }, nobodys: { id: newId("seg", now), part: newId("con", now) } };
}

async function make(api: TestApi, tenant: SeededAccount, path: string, body: unknown): Promise<string> {
  const answer = await api.send("post", path, { key: tenant.keys.full, body });
  if (answer.status >= 300) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return (answer.body as { id: string }).id;
}

/** An account may have so many topics, properties and imports that are not done, and every test makes one. */
const KEPT = { topics: 20, forms: 20, contact_properties: 20, contact_imports: 3 };

async function forget({ context }: TestApi, { accountId }: SeededAccount): Promise<void> {
  for (const [table, kept] of Object.entries(KEPT))
    await plain(context.data).query(
      `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE account_id = $1 ORDER BY id DESC OFFSET $2)`,
      [accountId, kept],
    );
}
