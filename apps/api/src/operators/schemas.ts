import { MAX_GRANT } from "@sendex/core/credits";
import { MAX_APPEAL_CHARACTERS } from "@sendex/core/reputation/standing";
import { DEAD_LETTER_KINDS, type DeadLetterKind } from "@sendex/core/sending/dead-letter";
import type { Remedy } from "@sendex/pipeline/sending/resolve-dead-letters";
import { TIERS } from "@sendex/core/reputation/tier";
import { isId } from "@sendex/crypto/token";
import Joi from "joi";
import { type Ids, line, meaning, pageKeys } from "../http/list-query";
import { timeZone } from "../accounts/schemas";
import { prose } from "../accepting/schemas";

/** What operators send. */

const reason = prose(MAX_APPEAL_CHARACTERS).min(1);
const note = prose(MAX_APPEAL_CHARACTERS).allow("");

export const suspendSchema = Joi.object<{ reason: string }>({ reason: reason.required() });

export const noteSchema = Joi.object<{ note: string }>({ note });

/** `PATCH /admin/accounts/:id` */
export const accountSchema = Joi.object<{ tier: string; guideline: number | null; timezone: string }>({
  timezone: timeZone,
  tier: Joi.valid(...TIERS),
  guideline: Joi.number().integer().min(1).max(100_000_000).allow(null),
});

export const creditsSchema = Joi.object<{ amount: number | null; note: string }>({
  amount: Joi.number().integer().min(1).max(MAX_GRANT).allow(null).required(),
  note,
});

export const appealDecisionSchema = Joi.object<{ decision: "grant" | "deny"; note: string }>({
  decision: Joi.valid("grant", "deny").required(),
  note,
});

export const caseDecisionSchema = Joi.object<{ decision: "legitimate" | "abuse"; note: string }>({
  decision: Joi.valid("legitimate", "abuse").required(),
  note,
});

export interface AdminPage {
  limit: number;
  after?: string;
}

/** The parameters of a list of operators': in the order of the ids, going on after one. */
export function adminPage(ids: Ids): Joi.ObjectSchema<AdminPage> {
  return Joi.object<AdminPage>(pageOf(ids));
}

export const accountQuery = Joi.object<AdminPage & { q?: string; standing?: "active" | "suspended" }>({
  ...pageOf("acc"),
  q: line.description("Part of an e-mail address, or an id."),
  standing: Joi.valid("active", "suspended"),
});

export const auditQuery = Joi.object<AdminPage & { account?: string }>({
  ...pageOf("aud"),
  account: meaning((text) => (isId("acc", text) ? text : undefined), "id.base"),
});

export const deadLetterQuery = Joi.object<AdminPage & { kind?: DeadLetterKind; account?: string }>({
  ...pageOf("dl"),
  kind: Joi.valid(...DEAD_LETTER_KINDS).description("By default `recipient`: mail that was given up."),
  account: meaning((text) => (isId("acc", text) ? text : undefined), "id.base"),
});

export const remedySchema = Joi.object<{ remedy: Remedy }>({
  remedy: Joi.valid("retry", "release")
    .required()
    .description("`retry`: it goes again, now. `release`: it is given up for good."),
});

function pageOf(ids: Ids): Joi.SchemaMap {
  const { limit, after } = pageKeys(ids);
  return { limit, after };
}
