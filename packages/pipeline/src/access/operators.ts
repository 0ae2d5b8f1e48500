import { SendexError } from "@sendex/core/error";
import { hashApiKey, isOperatorKey, newId, newOperatorKey } from "@sendex/crypto/token";
import * as rows from "@sendex/data/access/operators";
import { actOf } from "./act";
import { bearerKey } from "./bearer";
import type { Context } from "../context";

const HINT_CHARACTERS = 4;

/** Makes a key for an operator, which is shown only here. */
export async function addOperator(
  context: Context,
  name: string,
  by: string,
): Promise<rows.OperatorRow & { key: string }> {
  const now = context.clock();
  const key = newOperatorKey();
  const operator = { id: newId("opr", now), name, hint: key.slice(-HINT_CHARACTERS), createdAt: now };
  const hash = hashApiKey(key, context.settings.keyPepper);
  await rows.createOperator(
    context.data,
    { ...operator, hash },
    actOf(now, by, "operator.create", null, { name }, operator.id),
  );
  return { ...operator, key };
}

/** False where there is no such operator, or the key was revoked before. */
export async function removeOperator(context: Context, id: string, by: string): Promise<boolean> {
  const now = context.clock();
  return rows.revokeOperator(context.data, id, actOf(now, by, "operator.revoke", null, {}, id), now);
}

/** The operator behind an `Authorization` header. @throws SendexError unauthorized */
export async function authenticateOperator(
  context: Context,
  authorization: string | undefined,
): Promise<rows.OperatorRow> {
  const key = bearerKey(authorization);
  if (key === undefined)
    throw new SendexError("unauthorized", "An operator's key is needed: Authorization: Bearer op_….");
  const operator = isOperatorKey(key)
    ? await rows.findOperator(context.data, hashApiKey(key, context.settings.keyPepper))
    : undefined;
  if (!operator)
    throw new SendexError("unauthorized", "This is no operator's key.", { name: "invalid_api_key" });
  return operator;
}
