import { PRIORITIES } from "@sendex/core/accepting/message";
import type { Stored, Submission } from "@sendex/data/accepting/submission";
import type { Room } from "@sendex/queue/direct-window";
import { SEND_QUEUES, type SendJob } from "@sendex/queue/names";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";

/** How long only the process that accepted a fresh message may enqueue it; then the scheduler admits it. */
const FRESH_MS = 5_000;

/**
 * Commits a submission, and then enqueues it without waiting: directly where the queues are short, otherwise by the
 * scheduler's admission, in fair turns. `metered`: the account is believed to have a ledger of credits.
 * @throws OutcomeUnknown where the answer to the commit was lost
 */
export async function commit(
  context: Context,
  submission: Omit<Submission, "admittedUntil">,
  metered: boolean,
): Promise<Stored> {
  const jobs = jobsOf(submission);
  const room = roomFor(context, jobs);
  const admittedUntil = room ? new Date(context.clock().getTime() + FRESH_MS) : null;
  try {
    context.failPoint("accept:before-commit");
    const stored = await store(context, { ...submission, admittedUntil }, metered);
    context.failPoint("accept:after-commit");
    if (stored.outcome !== "stored") room?.(false);
    else if (room) void enqueue(context, jobs).finally(() => room(true));
    if (stored.outcome === "stored") void emit(context, [submission.accountId], stored.deliveries);
    return stored;
  } catch (error) {
    room?.(false);
    throw error;
  }
}

/** Whether there is a ledger of credits is known for certain only by the statement that stores. */
async function store({ batches }: Context, submission: Submission, metered: boolean): Promise<Stored> {
  if (metered) return batches.acceptMetered(submission);
  const stored = await batches.accept(submission);
  return stored.outcome === "metered" ? batches.acceptMetered(submission) : stored;
}

/** One job for each recipient that is due at once. */
function jobsOf({ accountId, messages }: Pick<Submission, "accountId" | "messages">): SendJob[] {
  return messages
    .filter(({ scheduledAt }) => scheduledAt === null)
    .flatMap(({ id, priority, createdAt, recipients }) =>
      recipients.map((_, n) => ({ accountId, messageId: id, n, priority, due: createdAt.getTime() })),
    );
}

/** Room for all of these in their tiers' queues, or none. */
function roomFor({ queues }: Context, jobs: SendJob[]): Room | undefined {
  const rooms = PRIORITIES.map((priority) => {
    const count = jobs.filter((job) => job.priority === priority).length;
    return queues.room(SEND_QUEUES[priority], count);
  });
  const settle: Room = (arrived) => rooms.forEach((room) => room?.(arrived));
  if (rooms.every((room) => room !== undefined)) return settle;
  settle(false);
  return undefined;
}

/** Never rejects: the scheduler admits what Redis does not take. */
async function enqueue(context: Context, jobs: SendJob[]): Promise<void> {
  try {
    if (jobs.length > 0) await context.batches.enqueueSends(jobs);
  } catch (error) {
    // The connection logs each outage once; this would be one line a request.
    const messages = jobs.map(({ messageId }) => messageId);
    context.log.debug({ err: error, messages }, "accepted messages wait for the scheduler");
  }
}
