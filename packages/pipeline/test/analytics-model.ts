import type { Dimension, Measure } from "@sendex/core/analytics/measures";
import type { Granularity } from "@sendex/core/analytics/periods";
import { plain } from "@sendex/data/database/pools";
import type { Drive } from "@sendex/testing/drive";

/** One thing that happened to one recipient, as the rows say it. */
export interface Happening {
  measure: Measure;
  at: Date;
  domain: string;
  of: Record<Exclude<Dimension, "all" | "tag">, string>;
  tags: string[];
  /** From accepted, or due, to delivered, in ms. */
  delay?: number;
}

interface Row {
  type: string;
  at: Date;
  data: { bounce?: { type: string }; machine?: true };
  from_domain: string;
  template_id: string | null;
  key_id: string | null;
  priority: string;
  provider: string | null;
  broadcast_id: string | null;
  tags: { name: string; value: string }[];
  created_at: Date;
  scheduled_at: Date | null;
  sent_at: Date | null;
  recipient: string;
}

/** Everything that analytics count of an account, read from its rows one by one. */
export async function happenings({ test, account }: Drive): Promise<Happening[]> {
  const { rows } = await plain(test.context.data).query<Row>(
    `SELECT e.type, e.at, e.data, m.from_domain, m.template_id, m.key_id, m.priority, m.tags, m.broadcast_id, m.created_at, m.scheduled_at, r.provider, r.sent_at,
       m.id || '/' || r.n AS recipient
     FROM events e JOIN messages m ON m.id = e.subject_id JOIN recipients r ON r.message_id = m.id AND (e.n IS NULL OR r.n = e.n)
     WHERE e.account_id = $1 AND e.webhook IS NOT NULL ORDER BY e.id`,
    [account.accountId],
  );
  const seen = new Set<string>();
  return rows.flatMap((row) => measuresOf(row, seen).map((measure) => happeningOf(row, measure)));
}

function measuresOf(row: Row, seen: Set<string>): Measure[] {
  const isFirst = (what: string): boolean => {
    const name = `${row.recipient} ${what}`;
    return !seen.has(name) && Boolean(seen.add(name));
  };
  switch (row.type) {
    case "queued":
    case "scheduled":
      return ["accepted"];
    case "sent":
    case "delivered":
    case "complained":
    case "suppressed":
    case "failed":
    case "unsubscribed":
      return [row.type];
    case "deferred":
      return isFirst("deferred") ? ["deferred"] : [];
    case "bounced":
      return [bounceOf(row.data.bounce?.type)];
    case "opened":
      if (row.data.machine) return ["machine_opened"];
      return isFirst("opened") ? ["opened", "unique_opened"] : ["opened"];
    case "clicked":
      if (row.data.machine) return ["machine_clicked"];
      return isFirst("clicked") ? ["clicked", "unique_clicked"] : ["clicked"];
    default:
      return [];
  }
}

function bounceOf(type: string | undefined): Measure {
  if (type === "Permanent") return "bounced_permanent";
  return type === "Transient" ? "bounced_transient" : "bounced_undetermined";
}

function happeningOf(row: Row, measure: Measure): Happening {
  const isOwn = ["accepted", "suppressed", "failed"].includes(measure);
  return {
    measure,
    at: isOwn || row.sent_at === null || row.at < row.sent_at ? row.at : row.sent_at,
    domain: row.from_domain,
    of: {
      template: row.template_id ?? "",
      key: row.key_id ?? "",
      priority: row.priority,
      provider: row.provider ?? "",
      broadcast: row.broadcast_id ?? "",
    },
    tags: row.tags.map(({ name, value }) => `${name}:${value}`),
    ...(measure === "delivered" && {
      delay: row.at.getTime() - (row.scheduled_at ?? row.created_at).getTime(),
    }),
  };
}

/** The values that something has in a dimension. */
export function valuesOf({ of, tags }: Happening, dimension: Dimension): string[] {
  if (dimension === "all") return [""];
  if (dimension === "tag") return tags;
  const value = of[dimension];
  return dimension === "broadcast" && value === "" ? [] : [value];
}

/** What a zone's calendar calls the period that a moment is in; hours are called by the clock, which may show one twice. */
export function calendarName(at: Date, granularity: Granularity, timeZone: string): string {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);
  if (granularity === "daily") return day;
  if (granularity === "monthly") return `${day.slice(0, 7)}-01`;
  if (granularity === "weekly") {
    const date = new Date(`${day}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
    return date.toISOString().slice(0, 10);
  }
  const hour = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", timeZoneName: "longOffset" });
  const parts = new Map(hour.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${day} ${parts.get("hour")} ${parts.get("timeZoneName")}`;
}
