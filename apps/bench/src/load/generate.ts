import { percentile } from "../statistics";
import { postInTurn } from "./connection";
import type { LoadPlan, LoadResult } from "./plan";

interface Answer {
  at: number;
  ms: number;
}

/**
 * Posts over all connections as fast as answers come, and waits for every answer, so that what was answered can
 * be compared with what was stored. Rejects on any answer with another status.
 */
export async function generateLoad(plan: LoadPlan): Promise<LoadResult> {
  const requests = plan.bodies.map((body) => requestBytes(plan, body));
  const answers: Answer[] = [];
  const started = performance.now();
  const goOn = limitOf(plan, started);
  let issued = 0;
  const next = () => {
    if (!goOn(issued)) return undefined;
    issued += 1;
    return requests[issued % requests.length];
  };
  const record = (status: number, ms: number) => {
    answers.push({ at: performance.now(), ms });
    return status === plan.status ? undefined : new Error(`Answered ${status} and not ${plan.status}`);
  };
  await Promise.all(Array.from({ length: plan.connections }, () => postInTurn(plan.port, next, record)));
  return resultOf(plan, answers, started);
}

function requestBytes({ path, headers, port }: LoadPlan, body: string): Buffer {
  const all: Record<string, string> = {
    Host: `127.0.0.1:${port}`,
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(body)),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
}

function limitOf({ extent }: LoadPlan, started: number): (issued: number) => boolean {
  if ("requests" in extent) return (issued) => issued < extent.requests;
  const end = started + extent.warmUpMs + extent.measureMs;
  return () => performance.now() < end;
}

function resultOf({ extent }: LoadPlan, answers: readonly Answer[], started: number): LoadResult {
  const from = "requests" in extent ? started : started + extent.warmUpMs;
  const until = "requests" in extent ? performance.now() : from + extent.measureMs;
  const times = answers.filter(({ at }) => at >= from && at < until).map(({ ms }) => ms);
  return {
    answered: answers.length,
    perSecond: (times.length * 1000) / (until - from),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}
