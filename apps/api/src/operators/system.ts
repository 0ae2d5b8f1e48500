import { ROUTES } from "@sendex/core/accepting/message";
import { countDeadLetters } from "@sendex/data/sending/dead-letters";
import { listHours } from "@sendex/data/ledger/hours";
import { pausedRoutes } from "@sendex/data/sending/routes";
import { countUnexplained, oldestUnexplainedAge } from "@sendex/pipeline/ledger/unexplained";
import type { Context } from "@sendex/pipeline/context";
import Joi from "joi";
import type { OperatorExchange, OperatorRoute } from "../http/endpoint";
import { listOf, shown, time, timeOrNull, words } from "../http/openapi/responses";
import type { Reply } from "../http/reply";
import { redisAway } from "./redis-away";

/** Dead letters are counted up to here. */
const MOST_COUNTED = 10_000;
const HOURS_SHOWN = 48;

const count = Joi.number().integer();
const route = Joi.valid(...ROUTES);

const systemResponse = shown({
  object: Joi.valid("system"),
  at: time,
  queues: Joi.array().items(
    shown({
      name: Joi.string(),
      waiting: count,
      active: count,
      oldest_seconds: Joi.number(),
      window: count
        .allow(null)
        .description(
          "How many jobs it may hold for now; the rest of a backlog waits in PostgreSQL. Null: it has none.",
        ),
    }),
  ),
  routes: Joi.array().items(
    shown({
      name: route,
      paused_at: timeOrNull,
      reason: words.allow(null),
      probe_at: timeOrNull.description("When a paused route is tried again."),
    }),
  ),
  dead_letters: shown({ recipient: count, delivery: count, notification: count }).description(
    `That wait for a decision; counted up to ${MOST_COUNTED}.`,
  ),
  unexplained: shown({ recipients: count, oldest_seconds: Joi.number() }).description(
    "Recipients that are neither final nor explainably in flight, and how long the first in line has stood.",
  ),
});

const paceList = listOf(
  shown({ route, domain: Joi.string(), per_second: Joi.number(), last_deferred_at: time }),
);

const ledgerList = listOf(
  shown({
    hour: time,
    accepted: count.description("Recipients counted when they were accepted."),
    found: count.description("Rows that there are."),
    difference: count.description("By account, summed up."),
    checked_at: timeOrNull.description("Null: it is not compared to its end yet."),
  }),
);

/** How the system stands: queues with their windows, routes, paces, the ledger. */
export const systemRoutes: OperatorRoute[] = [
  {
    surface: "admin",
    path: "/admin/system",
    endpoints: {
      GET: {
        run: system,
        doc: {
          id: "system.get",
          summary: "Queues with their windows, paused routes, dead letters and what stands still",
          responses: { 200: systemResponse },
        },
      },
    },
  },
  {
    surface: "admin",
    path: "/admin/paces",
    endpoints: {
      GET: {
        run: paces,
        doc: {
          id: "paces.list",
          summary: "Destination domains that mail goes to slower for now, the slowest first",
          responses: { 200: paceList },
        },
      },
    },
  },
  {
    surface: "admin",
    path: "/admin/ledger",
    endpoints: {
      GET: {
        run: ledger,
        doc: {
          id: "ledger.list",
          summary: `The last ${HOURS_SHOWN} hours of the ledger, newest first`,
          responses: { 200: ledgerList },
        },
      },
    },
  },
];

async function system({ context }: OperatorExchange): Promise<Reply> {
  const { data, clock } = context;
  const now = clock();
  const [queues, paused, letters, unexplained, oldest] = await Promise.all([
    readQueues(context),
    pausedRoutes(data),
    countDeadLetters(data, MOST_COUNTED),
    countUnexplained(data, now),
    oldestUnexplainedAge(data, now),
  ]);
  const lettersOf = (kind: string): number => letters.find((one) => one.kind === kind)?.count ?? 0;
  return {
    status: 200,
    body: {
      object: "system",
      at: now.toISOString(),
      queues,
      routes: ROUTES.map((name) => {
        const pause = paused.find((one) => one.name === name);
        return {
          name,
          paused_at: pause?.pausedAt.toISOString() ?? null,
          reason: pause?.reason ?? null,
          probe_at: pause?.probeAt.toISOString() ?? null,
        };
      }),
      dead_letters: {
        recipient: lettersOf("recipient"),
        delivery: lettersOf("delivery"),
        notification: lettersOf("notification"),
      },
      unexplained: { recipients: unexplained, oldest_seconds: (oldest?.ageMs ?? 0) / 1000 },
    },
  };
}

async function readQueues({ queues }: Context): Promise<object[]> {
  const [depths, windows] = await Promise.all([queues.depths(), queues.windows.read()]).catch(redisAway);
  return Object.entries(depths).map(([name, { waiting, active, oldestMs }]) => ({
    ...{ name, waiting, active, oldest_seconds: oldestMs / 1000 },
    window: windows.get(name) ?? null,
  }));
}

async function paces({ context: { domains, clock } }: OperatorExchange): Promise<Reply> {
  const now = clock();
  const limits = await Promise.all(
    ROUTES.map(async (name) => (await domains.limits(name, now)).map((limit) => ({ ...limit, route: name }))),
  ).catch(redisAway);
  const data = limits
    .flat()
    .sort((a, b) => a.perSecond - b.perSecond)
    .map(({ route: name, domain, perSecond, deferredAt }) => ({
      ...{ route: name, domain, per_second: Number(perSecond.toPrecision(3)) },
      last_deferred_at: deferredAt.toISOString(),
    }));
  return { status: 200, body: { object: "list", data, has_more: false } };
}

async function ledger({ context }: OperatorExchange): Promise<Reply> {
  const hours = await listHours(context.data, HOURS_SHOWN);
  const data = hours.map(({ hour, accepted, found, difference, checkedAt }) => ({
    ...{ hour: hour.toISOString(), accepted, found, difference },
    checked_at: checkedAt?.toISOString() ?? null,
  }));
  return { status: 200, body: { object: "list", data, has_more: false } };
}
