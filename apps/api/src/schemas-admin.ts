import { MAX_GRANT } from "@sendex/core/credit";
import { MAX_APPEAL_CHARACTERS } from "@sendex/core/standing";
import { TIERS } from "@sendex/core/tier";
import { isId } from "@sendex/crypto/token";
import Joi from "joi";
import { type Ids, line, meaning, pageKeys } from "./list-query";
import { prose } from "./schemas-shared";

/** What operators send. */

const note = prose(MAX_APPEAL_CHARACTERS).allow("");

export const suspendSchema = Joi.object<{ reason: string }>({ reason: note.min(1).required() });

export const noteSchema = Joi.object<{ note: string }>({ note });

export const tierSchema = Joi.object<{ tier: string; guideline: number | null }>({
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

/** The parameters of a list of operators': in the order of the ids, going on after one. */
export function adminPage(ids: Ids): Joi.ObjectSchema<{ limit: number; after?: string }> {
  const { limit, after } = pageKeys(ids);
  return Joi.object({ limit, after });
}

const accountId = meaning((text) => (isId("acc", text) ? text : undefined), "id.base");

export const accountQuery = (adminPage("acc") as Joi.ObjectSchema).keys({
  q: line.description("Part of an e-mail address, or an id."),
  standing: Joi.valid("active", "suspended"),
}) as Joi.ObjectSchema<{ limit: number; after?: string; q?: string; standing?: "active" | "suspended" }>;

export const auditQuery = (adminPage("aud") as Joi.ObjectSchema).keys({
  account: accountId,
}) as Joi.ObjectSchema<{
  limit: number;
  after?: string;
  account?: string;
}>;
