import { randomUUID } from "node:crypto";
import type { ReviewVerdict } from "@sendex/core/reputation/review";
import type { Context } from "@sendex/pipeline/context";
import { fakeIdentities } from "./identities";
import { fakeSesList } from "./ses-list";
import type { TestWorld } from "./world";

const CLEAN: ReviewVerdict = {
  ...{ label: "clean", score: 0.01, structural: false, reasons: [], provider: "embedded", agreed: false },
};

export function fakePorts(world: TestWorld): Context["ports"] {
  return {
    async send(mail) {
      world.sent.push(mail);
      const scripted = world.sesAnswers.shift();
      if (typeof scripted === "function") return scripted(mail);
      if (scripted) return scripted;
      const sesMessageId = randomUUID();
      world.sandboxMail.set(sesMessageId, mail.raw);
      return { kind: "sent", sesMessageId };
    },
    quota: async () => world.quota,
    identities: fakeIdentities(world),
    lookupRecords: async (name, type) => {
      const key = `${type} ${name}`;
      return world.dns.has(key) ? world.dns.get(key) : [];
    },
    sesList: fakeSesList(world.sesList),
    async lookupMx(domain) {
      world.lookedUp.push(domain);
      return { verdict: world.mx.get(domain) ?? "ok", provider: world.providers.get(domain) ?? null };
    },
    async postOut(request) {
      world.posted.push(request);
      return world.httpOutcomes.shift() ?? { kind: "answered", status: 200, body: "", ms: 1 };
    },
    async fetchFile({ url, take }) {
      world.fetched.push(url);
      const file = world.files.get(url) ?? { kind: "failed", detail: "its server answered with status 404" };
      return file.kind === "fetched" && !take(file.content.length) ? { kind: "cut" } : file;
    },
    checkEndpoint: () => undefined,
    // A test says what a notification is by posting the checked message itself.
    verifySns: async (body) => {
      const message: unknown = JSON.parse(body, (key, value: unknown) =>
        key === "timestamp" && typeof value === "string" ? new Date(value) : value,
      );
      return isChecked(message) ? { ok: true, message } : { ok: false, why: "not a test notification" };
    },
    confirmSns: async (topicArn, token) => void world.confirmed.push({ topicArn, token }),
    async readSandboxMail(sesMessageId) {
      const raw = world.sandboxMail.get(sesMessageId);
      return raw === undefined ? { kind: "missing" } : { kind: "found", raw };
    },
    async review(mail) {
      world.reviewed.push(mail);
      const scripted = world.reviewVerdicts.shift();
      return (typeof scripted === "function" ? scripted(mail) : scripted) ?? CLEAN;
    },
  };
}

type Checked = Extract<Awaited<ReturnType<Context["ports"]["verifySns"]>>, { ok: true }>["message"];

function isChecked(message: unknown): message is Checked {
  return typeof message === "object" && message !== null && "messageId" in message && "trust" in message;
}
