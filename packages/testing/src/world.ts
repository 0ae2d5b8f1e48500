import type { Provider } from "@sendex/core/analytics/provider";
import type {
  DomainIdentities,
  DomainIdentity,
  FileOutcome,
  HttpOutcome,
  HttpPost,
  MxVerdict,
  OutgoingMail,
  SesAnswer,
  SesListEntry,
} from "@sendex/core/ports";
import type { ReviewedMail, ReviewVerdict } from "@sendex/core/reputation/review";

/** What the fake ports were asked, and what they answer next; with nothing scripted, the friendly answer. */
export interface TestWorld {
  sent: OutgoingMail[];
  /** Taken one a send; afterwards every send is taken by SES under a fresh id. */
  sesAnswers: (SesAnswer | ((mail: OutgoingMail) => SesAnswer | Promise<SesAnswer>))[];
  quota: { maxSendRate: number; max24Hour: number; sentLast24Hours: number };
  posted: HttpPost[];
  /** Taken one a POST; afterwards every endpoint answers 200. */
  httpOutcomes: HttpOutcome[];
  /** What was taken, by the id that it got. */
  sandboxMail: Map<string, Uint8Array>;
  /** Files by URL; any other is missing. */
  files: Map<string, FileOutcome>;
  fetched: string[];
  /** Domains that are not `ok`. */
  mx: Map<string, MxVerdict>;
  /** Who runs the mail server of a domain; of any other it is not known. */
  providers: Map<string, Provider>;
  lookedUp: string[];
  confirmed: { topicArn: string; token: string }[];
  /** Domains as SES has them. */
  identities: Map<string, DomainIdentity>;
  /** What was asked of SES about domains, such as `begin a.test`. */
  identityCalls: string[];
  /** SES answers nothing about domains, or not this call. */
  identitiesDown: boolean | keyof DomainIdentities;
  /** Published records by `TXT name`; `undefined` there: DNS fails. */
  dns: Map<string, string[] | undefined>;
  /** The SES account's suppression list, what was said to it, and whether it can be reached. */
  sesList: { entries: Map<string, SesListEntry["reason"]>; calls: string[]; down: boolean };
  /** What was reviewed, and what it comes to; with nothing scripted, it is clean. */
  reviewed: ReviewedMail[];
  reviewVerdicts: (ReviewVerdict | ((mail: ReviewedMail) => ReviewVerdict))[];
}

export function openTestWorld(): TestWorld {
  return {
    sent: [],
    sesAnswers: [],
    quota: { maxSendRate: 1_000, max24Hour: 1_000_000, sentLast24Hours: 0 },
    posted: [],
    httpOutcomes: [],
    sandboxMail: new Map(),
    files: new Map(),
    fetched: [],
    mx: new Map(),
    providers: new Map(),
    lookedUp: [],
    confirmed: [],
    identities: new Map(),
    identityCalls: [],
    identitiesDown: false,
    dns: new Map(),
    sesList: { entries: new Map(), calls: [], down: false },
    reviewed: [],
    reviewVerdicts: [],
  };
}
