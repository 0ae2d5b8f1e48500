import { SendexError } from "@sendex/core/error";
import type { Person } from "@sendex/core/access";
import { isId } from "@sendex/crypto/token";
import { listAudit, type AuditEntry } from "@sendex/data/access/audit";
import { type InvitationRow, listInvitations } from "@sendex/data/people/invitations";
import { listMembers, type MemberRow } from "@sendex/data/people/members";
import { refusePartOfAccount } from "@sendex/pipeline/access/refuse";
import { invite, revokeInvitation } from "@sendex/pipeline/people/invite";
import { changeMember } from "@sendex/pipeline/people/members";
import type { Exchange, Route } from "../http/endpoint";
import { pageQuery, readPage } from "../http/list-query";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import {
  auditLogResponse,
  invitationGoneResponse,
  invitationListResponse,
  invitationResponse,
  invitationSchema,
  memberChangeSchema,
  memberGoneResponse,
  memberListResponse,
  memberResponse,
} from "./schemas";

/** Who belongs to the account, who is invited, and what was done. Changed by people alone. */
export const memberRoutes: Route[] = [
  {
    surface: "sendex",
    path: "/api/v1/members",
    endpoints: {
      GET: {
        need: "full",
        run: members,
        doc: {
          id: "members.list",
          summary: "List the account's members",
          query: pageQuery("usr"),
          responses: { 200: memberListResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: "/api/v1/members/:id",
    endpoints: {
      PATCH: {
        need: "person",
        role: "admin",
        body: "json",
        run: changeRole,
        doc: {
          id: "members.update",
          summary: "Give a member another role, from the next request on",
          body: memberChangeSchema,
          responses: { 200: memberResponse },
          errors: ["unprocessable_entity"],
        },
      },
      DELETE: {
        need: "person",
        role: "admin",
        run: remove,
        doc: {
          id: "members.remove",
          summary: "Remove a member, from the next request on",
          responses: { 200: memberGoneResponse },
          errors: ["unprocessable_entity"],
        },
      },
    },
  },
  {
    surface: "sendex",
    path: "/api/v1/invitations",
    endpoints: {
      GET: {
        need: "person",
        role: "admin",
        run: invitations,
        doc: {
          id: "invitations.list",
          summary: "List invitations that were not accepted",
          query: pageQuery("inv"),
          responses: { 200: invitationListResponse },
        },
      },
      POST: {
        need: "person",
        role: "admin",
        body: "json",
        run: inviteSomeone,
        doc: {
          id: "invitations.create",
          summary: "Invite an address by mail; an earlier invitation of it is void then",
          body: invitationSchema,
          responses: { 201: invitationResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: "/api/v1/invitations/:id",
    endpoints: {
      DELETE: {
        need: "person",
        role: "admin",
        run: revoke,
        doc: {
          id: "invitations.remove",
          summary: "Take an invitation back",
          responses: { 200: invitationGoneResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: "/api/v1/audit-log",
    endpoints: {
      GET: {
        need: "full",
        role: "admin",
        run: auditLog,
        doc: {
          id: "auditLog.list",
          summary: "What people and operators did in the account",
          query: pageQuery("aud"),
          responses: { 200: auditLogResponse },
        },
      },
    },
  },
];

async function members({ context, caller, query }: Exchange): Promise<Reply> {
  refusePartOfAccount(caller);
  const { data, hasMore } = await listMembers(context.data, caller.accountId, readPage(query, "usr"));
  return { status: 200, body: { object: "list", data: data.map(presentMember), has_more: hasMore } };
}

async function changeRole({ context, caller, id, parsed }: Exchange): Promise<Reply> {
  const userId = memberId(id);
  const { role = null } = readFields(memberChangeSchema, parsed.body);
  const { accountId } = caller;
  const member = await changeMember(context, personOf(caller), { accountId, userId, role });
  return { status: 200, body: presentMember(member) };
}

async function remove({ context, caller, id }: Exchange): Promise<Reply> {
  const userId = memberId(id);
  await changeMember(context, personOf(caller), { accountId: caller.accountId, userId, role: null });
  return { status: 200, body: { object: "member", id: userId, deleted: true } };
}

async function invitations({ context, caller, query }: Exchange): Promise<Reply> {
  const { data, hasMore } = await listInvitations(context.data, caller.accountId, readPage(query, "inv"));
  const now = context.clock();
  const shown = data.map((row) => presentInvitation(row, now));
  return { status: 200, body: { object: "list", data: shown, has_more: hasMore } };
}

async function inviteSomeone({ context, caller, parsed }: Exchange): Promise<Reply> {
  const { email = "", role = "viewer" } = readFields(invitationSchema, parsed.body);
  const row = await invite(context, personOf(caller), { accountId: caller.accountId, email, role });
  return { status: 201, body: presentInvitation(row, context.clock()) };
}

async function revoke({ context, caller, id }: Exchange): Promise<Reply> {
  if (!isId("inv", id)) throw new SendexError("not_found", "There is no such invitation that waits.");
  await revokeInvitation(context, caller.accountId, id);
  return { status: 200, body: { object: "invitation", id, deleted: true } };
}

async function auditLog({ context, caller, query }: Exchange): Promise<Reply> {
  refusePartOfAccount(caller);
  const page = { accountId: caller.accountId, ...readPage(query, "aud") };
  const { data, hasMore } = await listAudit(context.data, page);
  return { status: 200, body: { object: "list", data: data.map(presentEntry), has_more: hasMore } };
}

function memberId(id: string): string {
  if (!isId("usr", id)) throw new SendexError("not_found", "There is no such member.");
  return id;
}

/** Of a route that needs a person. */
function personOf({ person }: { person?: Person }): Person {
  if (!person) throw new SendexError("forbidden", "This takes a person who is signed in.");
  return person;
}

function presentMember({ userId, email, name, role, twoFactorEnabled, createdAt }: MemberRow) {
  return {
    object: "member",
    id: userId,
    email,
    name,
    role,
    two_factor_enabled: twoFactorEnabled,
    created_at: createdAt.toISOString(),
  };
}

function presentInvitation({ id, email, role, invitedBy, createdAt, expiresAt }: InvitationRow, now: Date) {
  return {
    object: "invitation",
    id,
    email,
    role,
    status: expiresAt > now ? "pending" : "expired",
    invited_by: invitedBy,
    created_at: createdAt.toISOString(),
    expires_at: expiresAt.toISOString(),
  };
}

function presentEntry({ id, at, actor, act, subjectId, detail }: AuditEntry) {
  return { object: "audit_entry", id, at: at.toISOString(), actor, act, subject_id: subjectId, detail };
}
