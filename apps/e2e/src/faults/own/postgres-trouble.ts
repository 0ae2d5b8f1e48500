import { eventually } from "../../eventually";
import { judge } from "../judge";
import { idsOf, type Posted, startLoad } from "../load";
import { onStack } from "../on-stack";
import type { PostgresProcess } from "../own-postgres";
import { pause } from "../wait";
import type { Figures } from "../row";

export interface Trouble {
  /** Seconds from the mending to the first answer 202. */
  recoversWithin: number;
  outageSeconds: number;
  /** Of each message, in place of a few words. */
  text?: string;
  strike(): Promise<void>;
  mend(): Promise<void>;
}

/** What a caller waits for at most, in seconds: a wait for the pool, then one for the server. */
const ANSWER_S = 12;
/**
 * Nothing is scaled here: the outage is not, and SNS must try for as long as it really does, or evidence is lost. By
 * then the last lease and the longest settling are over: 20 + 120 s, and what it takes to send.
 */
const DRAIN_S = 180;
const FIRST_MS = 60_000;
const CLIENTS = 20;
const BEFORE_S = 2;
const AFTER_S = 5;

/** Load that goes on while PostgreSQL is in trouble: every answer is judged, and what became of every 202. */
export function inTrouble(postgres: PostgresProcess, messages: number, trouble: Trouble): Promise<Figures> {
  return onStack({ openDatabase: async () => postgres, retryTimeScale: 1 }, async (stack) => {
    const perSecond = messages / (BEFORE_S + trouble.outageSeconds + AFTER_S);
    const fields = trouble.text === undefined ? {} : { text: trouble.text };
    const { finished } = startLoad(stack, { messages, perSecond, clients: CLIENTS, fields });
    await pause(BEFORE_S);
    await trouble.strike();
    await pause(trouble.outageSeconds);
    await trouble.mend();
    const since = performance.now();
    const first = await eventually(() => stack.tenant.client.send(), { within: FIRST_MS });
    const recovered = (performance.now() - since) / 1000;
    const posted = await finished;
    const ids = [first, ...idsOf(posted)];
    const figures = await judge(stack, { ids, since, withinSeconds: DRAIN_S, misses: badAnswers(posted) });
    const late = recovered > trouble.recoversWithin;
    return {
      ...figures,
      seconds: recovered,
      notes: [...notesOn(posted), `all told after ${(figures.seconds ?? 0).toFixed(1)} s`],
      late: [
        ...(figures.late ?? []),
        ...(late ? [`first 202 after ${recovered.toFixed(1)} s instead of ${trouble.recoversWithin} s`] : []),
      ],
    };
  });
}

/** Only 202 and 503 with Retry-After are right answers, and none keeps its caller waiting for long. */
function badAnswers(posted: readonly Posted[]): string[] {
  const tries = posted.flatMap((one) => one.tries);
  const wrong = tries.filter(({ status }) => status !== 202 && status !== 503);
  const bare = tries.filter(({ status, retryAfter }) => status === 503 && !(Number(retryAfter) > 0));
  const slow = tries.filter(({ ms }) => ms > ANSWER_S * 1000);
  const statuses = [...new Set(wrong.map(({ status }) => status))];
  return [
    ...(tries.some(({ status }) => status === 503) ? [] : ["nothing was answered 503"]),
    ...(wrong.length > 0 ? [`${wrong.length} answered ${statuses.join(", ")}`] : []),
    ...(bare.length > 0 ? [`${bare.length} answers of 503 without Retry-After`] : []),
    ...(slow.length > 0 ? [`${slow.length} answers after more than ${ANSWER_S} s`] : []),
  ];
}

function notesOn(posted: readonly Posted[]): string[] {
  const tries = posted.flatMap((one) => one.tries);
  const refused = tries.filter(({ status }) => status === 503).length;
  const slowest = Math.max(0, ...tries.map(({ ms }) => ms));
  return [`${refused} of ${tries.length} answered 503`, `slowest answer ${(slowest / 1000).toFixed(1)} s`];
}
