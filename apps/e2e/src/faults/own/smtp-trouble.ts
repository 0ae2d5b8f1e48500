import { setTimeout as sleep } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { eventually } from "../../eventually";
import type { Stack } from "../../stack";
import type { Figures } from "../row";

/** Programs that hand mail over at a time. */
const PROGRAMS = 8;
const AGAIN_MS = 300;
const PATIENCE_MS = 240_000;

/** What programs heard besides a yes. */
export interface Heard {
  /** Mails that were taken so far. */
  done: number;
  /** Replies by their first three digits; connections that broke count as `broken`. */
  replies: Map<string, number>;
}

/** As programs hand mail over: each mail again and again, always the same, until it is answered with 250. */
export async function handAll(stack: Stack, messages: number, heard: Heard): Promise<void> {
  const left = Array.from({ length: messages }, (_, n) => n);
  const program = async (): Promise<void> => {
    for (let n = left.shift(); n !== undefined; n = left.shift()) await handOver(stack, n, heard);
  };
  await Promise.all(Array.from({ length: PROGRAMS }, program));
}

export function subjectOf(n: number): string {
  return `smtp ${n}`;
}

async function handOver(stack: Stack, n: number, heard: Heard): Promise<void> {
  await eventually(
    async () => {
      const transport = createTransport({
        host: "127.0.0.1",
        port: stack.smtpPort,
        ignoreTLS: true,
        auth: { user: "sendex", pass: stack.tenant.apiKeys.full },
      });
      try {
        await transport.sendMail({
          from: `hello@${stack.tenant.domain}`,
          to: `reader-${n}@smtp.example`,
          subject: subjectOf(n),
          text: "A body.",
          messageId: `<${n}@program.example>`,
          date: new Date(0),
        });
        heard.done += 1;
      } catch (error) {
        note(heard, error);
        await sleep(AGAIN_MS);
        throw error;
      } finally {
        transport.close();
      }
    },
    { within: PATIENCE_MS },
  );
}

function note({ replies }: Heard, error: unknown): void {
  const said = error instanceof Error && "response" in error ? String(error.response).slice(0, 3) : "broken";
  const name = /^\d{3}$/.test(said) ? said : "broken";
  replies.set(name, (replies.get(name) ?? 0) + 1);
}

export async function untilTaken(heard: Heard, count: number): Promise<void> {
  await eventually(
    () => {
      if (heard.done < count) throw new Error(`${heard.done} were taken`);
    },
    { within: PATIENCE_MS },
  );
}

/** By the sandbox's ledger, once every mail is there. */
export async function judge(
  stack: Stack,
  messages: number,
  { replies }: Heard,
): Promise<Pick<Figures, "messages" | "lost" | "duplicated" | "notes">> {
  const copies = async (): Promise<Map<string, number>> => {
    const counts = new Map<string, number>();
    for (const { subject } of await stack.sandbox.ledger())
      counts.set(subject, (counts.get(subject) ?? 0) + 1);
    return counts;
  };
  const missing = async (): Promise<number> => {
    const counts = await copies();
    return Array.from({ length: messages }, (_, n) => n).filter((n) => !counts.has(subjectOf(n))).length;
  };
  await eventually(
    async () => {
      const count = await missing();
      if (count > 0) throw new Error(`${count} are missing`);
    },
    { within: PATIENCE_MS },
  ).catch(() => undefined);
  const sent = [...(await copies()).values()];
  return {
    messages,
    lost: await missing(),
    duplicated: sent.reduce((sum, count) => sum + count - 1, 0),
    notes: [...replies].map(([reply, count]) => `${count} × ${reply}`),
  };
}
