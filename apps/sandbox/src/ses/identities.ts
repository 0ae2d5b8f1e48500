import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../clock";
import type { Records } from "../dns/records";

export type IdentityStatus = "Pending" | "Success" | "Failed";

/** A domain identity as SES keeps it. Times are milliseconds since the epoch. */
export interface Identity {
  domain: string;
  verificationToken: string;
  dkimTokens: string[];
  dkimAsked: boolean;
  /** From when on a pending identity counts as verified. */
  verifiedFrom: number;
  failed: boolean;
  mailFrom: string | null;
}

export interface Identities {
  /** Starts verifying a domain, or returns it as it stands. */
  begin(domain: string, options?: { dkim?: boolean }): Identity;
  /** Sets a domain's status at once. */
  set(domain: string, status: IdentityStatus): Identity;
  setMailFrom(domain: string, mailFrom: string | null): void;
  find(domain: string): Identity | undefined;
  statusOf(identity: Identity): IdentityStatus;
  dkimStatusOf(identity: Identity): IdentityStatus | "NotStarted";
  /** Whether its time has come to count as verified, its owner's records taken for published. */
  isVerifiedByItself(identity: Identity): boolean;
  /** The verified identity that lets this domain send: itself or one it lies under. */
  verifiedFor(domain: string): Identity | undefined;
  remove(domain: string): void;
  list(): Identity[];
  /** Resolves when the file holds the last change. */
  saved(): Promise<void>;
}

interface IdentityOptions {
  folder: string;
  verified: string[];
  verifyDelayMs: number;
  clock: Clock;
  /** In DNS: who publishes a domain's records has it verified at once. */
  records: Records;
}

/** The verified domain that stands for every one: a sandbox for test mail knows none. */
const ANY = "*";

interface Book extends IdentityOptions {
  all: Map<string, Identity>;
  saving: Promise<void>;
}

/** Domain identities, kept in DATA_DIR/identities.json so that a restart does not unverify a domain. */
export async function openIdentities(options: IdentityOptions): Promise<Identities> {
  const kept = await readIdentities(pathIn(options.folder));
  const all = new Map(kept.map((identity) => [identity.domain, identity]));
  const book: Book = { ...options, all, saving: Promise.resolve() };
  for (const domain of options.verified) set(book, domain, "Success");
  return {
    begin(domain, { dkim = false } = {}) {
      const identity = ensure(book, domain);
      identity.dkimAsked ||= dkim;
      save(book);
      return identity;
    },
    set: (domain, status) => set(book, domain, status),
    setMailFrom(domain, mailFrom) {
      ensure(book, domain).mailFrom = mailFrom;
      save(book);
    },
    find: (domain) => all.get(domain),
    statusOf: (identity) => statusOf(book, identity),
    dkimStatusOf: (identity) => dkimStatusOf(book, identity),
    isVerifiedByItself: (identity) => isVerifiedByItself(book, identity),
    verifiedFor: (domain) => verifiedFor(book, domain),
    remove(domain) {
      all.delete(domain);
      save(book);
    },
    list: () => [...all.values()],
    saved: () => book.saving,
  };
}

function set(book: Book, domain: string, status: IdentityStatus): Identity {
  const identity = ensure(book, domain);
  identity.failed = status === "Failed";
  identity.verifiedFrom = status === "Success" ? 0 : Number.MAX_SAFE_INTEGER;
  save(book);
  return identity;
}

function ensure({ all, clock, verifyDelayMs }: Book, domain: string): Identity {
  const known = all.get(domain);
  if (known !== undefined) return known;
  const identity = newIdentity(domain, clock() + verifyDelayMs);
  all.set(domain, identity);
  return identity;
}

function statusOf(book: Book, identity: Identity): IdentityStatus {
  if (identity.failed) return "Failed";
  const { domain, verificationToken } = identity;
  const published = book.records.has(`_amazonses.${domain}`, "TXT", verificationToken);
  return published || isVerifiedByItself(book, identity) ? "Success" : "Pending";
}

function dkimStatusOf(book: Book, identity: Identity): IdentityStatus | "NotStarted" {
  if (!identity.dkimAsked) return "NotStarted";
  if (identity.failed) return "Failed";
  const published = identity.dkimTokens.every((token) =>
    book.records.has(`${token}._domainkey.${identity.domain}`, "CNAME", `${token}.dkim.amazonses.com`),
  );
  return published || isVerifiedByItself(book, identity) ? "Success" : "Pending";
}

function isVerifiedByItself({ clock }: Book, { failed, verifiedFrom }: Identity): boolean {
  return !failed && verifiedFrom <= clock();
}

function verifiedFor(book: Book, domain: string): Identity | undefined {
  return [...parents(domain), ANY]
    .map((name) => book.all.get(name))
    .find((identity) => identity !== undefined && statusOf(book, identity) === "Success");
}

function save(book: Book): void {
  const text = JSON.stringify([...book.all.values()], null, 1);
  book.saving = book.saving.then(() => replaceFile(pathIn(book.folder), text));
}

function pathIn(folder: string): string {
  return join(folder, "identities.json");
}

function newIdentity(domain: string, verifiedFrom: number): Identity {
  const token = (): string => randomBytes(16).toString("hex");
  return {
    domain,
    verificationToken: randomBytes(33).toString("base64"),
    dkimTokens: [token(), token(), token()],
    dkimAsked: false,
    verifiedFrom,
    failed: false,
    mailFrom: null,
  };
}

/** `a.b.test` → itself, `b.test`, `test`. */
function parents(domain: string): string[] {
  const labels = domain.split(".");
  return labels.map((_, i) => labels.slice(i).join("."));
}

async function readIdentities(path: string): Promise<Identity[]> {
  if (!existsSync(path)) return [];
  return JSON.parse(await readFile(path, "utf8")) as Identity[];
}

async function replaceFile(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}
