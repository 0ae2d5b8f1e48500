import { MODES } from "@sendex/core/accepting/message";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";

/** What an account's export has of its audiences, page by page. */

type Rows = AsyncGenerator<Record<string, unknown>>;

const PAGE = 500;
/** Each may be half a megabyte. */
const BROADCAST_PAGE = 20;
const omit = { accountId: true } as const;

export async function* exportTopics(data: Data, accountId: string): Rows {
  yield* await prisma(data).topic.findMany({ where: { accountId }, orderBy: { id: "asc" }, omit });
}

export async function* exportProperties(data: Data, accountId: string): Rows {
  yield* await prisma(data).contactProperty.findMany({ where: { accountId }, orderBy: { id: "asc" }, omit });
}

/** Of live mail, then of test mail, as what follows. */
export async function* exportSegments(data: Data, accountId: string): Rows {
  for (const mode of MODES)
    yield* await prisma(data).segment.findMany({ where: { accountId, mode }, orderBy: { id: "asc" }, omit });
}

/** Without how far they have come, which is of no use elsewhere. */
export async function* exportBroadcasts(data: Data, accountId: string): Rows {
  for (const mode of MODES)
    for (let after = "", more = true; more;) {
      const page = await prisma(data).broadcast.findMany({
        where: { accountId, mode, id: { gt: after } },
        orderBy: { id: "asc" },
        take: BROADCAST_PAGE,
        omit: { ...omit, turnAt: true, cursor: true, firstOpen: true, pacedSince: true, pacedMade: true },
      });
      yield* page;
      after = page.at(-1)?.id ?? "";
      more = page.length === BROADCAST_PAGE;
    }
}

export async function* exportForms(data: Data, accountId: string): Rows {
  for (const mode of MODES)
    yield* await prisma(data).form.findMany({ where: { accountId, mode }, orderBy: { id: "asc" }, omit });
}

/** Who asked for mail, and when its owner confirmed. */
export async function* exportSignUps(data: Data, accountId: string): Rows {
  for (const mode of MODES)
    for (let after = "", more = true; more;) {
      const page = await prisma(data).signUp.findMany({
        where: { accountId, mode, id: { gt: after } },
        orderBy: { id: "asc" },
        take: PAGE,
        omit,
      });
      yield* page;
      after = page.at(-1)?.id ?? "";
      more = page.length === PAGE;
    }
}

/** Each with the segments that it is in. */
export async function* exportContacts(data: Data, accountId: string): Rows {
  for (const mode of MODES)
    for (let after = "", more = true; more;) {
      const page = await prisma(data).contact.findMany({
        where: { accountId, mode, id: { gt: after } },
        orderBy: { id: "asc" },
        take: PAGE,
        omit,
      });
      const inside = await prisma(data).segmentContact.findMany({
        where: { accountId, contactId: { in: page.map(({ id }) => id) } },
      });
      for (const contact of page) {
        const segments = inside.filter(({ contactId }) => contactId === contact.id);
        yield { ...contact, segments: segments.map(({ segmentId }) => segmentId) };
      }
      after = page.at(-1)?.id ?? after;
      more = page.length === PAGE;
    }
}

/** How each file of contacts was read in; the file itself is gone by then, or goes. */
export async function* exportImports(data: Data, accountId: string): Rows {
  for (const mode of MODES)
    yield* await prisma(data).contactImport.findMany({
      where: { accountId, mode },
      orderBy: { id: "asc" },
      omit: { ...omit, atLine: true, failures: true, turnAt: true },
    });
}

/** What people chose, whether or not they are contacts. */
export async function* exportChoices(data: Data, accountId: string): Rows {
  for (const mode of MODES)
    for (let after = { address: "", topicId: "" }, more = true; more;) {
      const page = await prisma(data).subscription.findMany({
        where: {
          accountId,
          mode,
          OR: [
            { address: { gt: after.address } },
            { address: after.address, topicId: { gt: after.topicId } },
          ],
        },
        orderBy: [{ address: "asc" }, { topicId: "asc" }],
        take: PAGE,
        omit,
      });
      yield* page;
      after = page.at(-1) ?? after;
      more = page.length === PAGE;
    }
}
