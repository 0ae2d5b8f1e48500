import { SUSPENSION_CAUSES } from "@sendex/core/reputation/standing";
import type { LiftedSuspension, ResumedPause, StandingHistory } from "@sendex/data/reputation/history";
import Joi from "joi";
import { accountResponse } from "../accounts/schemas";
import { shown, time, timeOrNull, words } from "../http/openapi/responses";

const by = words.description("`operator:Ada`, `cli:` and the user; `owner` where its owner resumed it.");

/** An account as its owner sees it, and what is over of its standing. */
export const operatorAccountResponse = accountResponse
  .keys({
    history: shown({
      suspensions: Joi.array().items(
        shown({
          id: Joi.string(),
          cause: Joi.valid(...SUSPENSION_CAUSES),
          reason: words,
          created_at: time,
          lifted_at: timeOrNull,
          lifted_by: by.allow(null),
          note: words.allow(null),
        }),
      ),
      pauses: Joi.array().items(
        shown({
          id: Joi.string().description("Of the key or template."),
          kind: Joi.valid("key", "template"),
          reason: words,
          created_at: time,
          resumed_at: timeOrNull,
          resumed_by: by.allow(null),
        }),
      ),
    }).description("Suspensions that were lifted and pauses that were resumed, the latest 50 of each."),
  })
  .meta({ name: "OperatorAccount" });

export function presentHistory({ suspensions, pauses }: StandingHistory) {
  return { suspensions: suspensions.map(presentSuspension), pauses: pauses.map(presentPause) };
}

function presentSuspension(lifted: LiftedSuspension) {
  const { id, cause, reason, note } = lifted;
  return {
    ...{ id, cause, reason },
    created_at: lifted.createdAt.toISOString(),
    lifted_at: lifted.liftedAt?.toISOString() ?? null,
    lifted_by: lifted.liftedBy,
    note,
  };
}

function presentPause(resumed: ResumedPause) {
  return {
    id: resumed.sourceId,
    kind: resumed.kind,
    reason: resumed.reason,
    created_at: resumed.createdAt.toISOString(),
    resumed_at: resumed.resumedAt?.toISOString() ?? null,
    resumed_by: resumed.resumedBy,
  };
}
