import type { OwnerText } from "../accounts";
import type { Role } from "./roles";
import { INVITATION_DAYS, RESET_MINUTES, SIGN_UP_HOURS } from "./rules";

/** What the service itself writes to people, in plain text. Nothing in it is what a stranger wrote, but for names in quotes. */

export function invitationMail(to: {
  account: string;
  role: Role;
  by: string | null;
  link: string;
}): OwnerText {
  const who = to.by === null ? "You are" : `${to.by} has invited you to be`;
  const invited = to.by === null ? "invited to be " : "";
  return {
    subject: "You are invited to an account on Sendex",
    text: paragraphs([
      `${who} ${invited}${ARTICLES[to.role]} of the account ${quoted(to.account)} on Sendex.`,
      `Accept within ${INVITATION_DAYS} days:`,
      to.link,
      "The link works once. If you do not know what this is about, you need do nothing.",
    ]),
  };
}

export function resetMail(link: string): OwnerText {
  return {
    subject: "Set a new password for Sendex",
    text: paragraphs([
      "Someone, hopefully you, asked for a new password for your user on Sendex.",
      `Set it within ${RESET_MINUTES} minutes:`,
      link,
      "The link works once, and a new password ends every session. If it was not you, you need do nothing: your password stays as it is.",
    ]),
  };
}

export function confirmSignUpMail(link: string): OwnerText {
  return {
    subject: "Confirm your address for Sendex",
    text: paragraphs([
      `Your account on Sendex is made once you confirm this address within ${SIGN_UP_HOURS} hours:`,
      link,
      "The link works once. If you did not sign up, you need do nothing.",
    ]),
  };
}

export function knownAlreadyMail(link: string): OwnerText {
  return {
    subject: "You have a user on Sendex already",
    text: paragraphs([
      "Someone, hopefully you, signed up on Sendex with this address, which has a user already. Nothing has changed.",
      "Sign in, or set a new password, here:",
      link,
    ]),
  };
}

/** What protects a user has changed. */
export function securityMail(change: SecurityChange): OwnerText {
  const { subject, what } = SECURITY[change];
  return {
    subject,
    text: paragraphs([
      what,
      "If it was not you, set a new password at once by “Forgot your password?” on the sign-in page, and tell whoever runs this Sendex.",
    ]),
  };
}

export type SecurityChange = keyof typeof SECURITY;

const SECURITY = {
  "password.change": {
    subject: "Your password for Sendex was changed",
    what: "The password of your user on Sendex was changed, and all other sessions have ended.",
  },
  "password.reset": {
    subject: "Your password for Sendex was changed",
    what: "A new password was set for your user on Sendex by a link in a mail, and every session has ended.",
  },
  "two_factor.enable": {
    subject: "Two-factor sign-in is on",
    what: "Signing in to your user on Sendex takes a code of your authenticator app from now on.",
  },
  "two_factor.disable": {
    subject: "Two-factor sign-in is off",
    what: "Signing in to your user on Sendex takes no code any more.",
  },
  "recovery_codes.generate": {
    subject: "You have new recovery codes",
    what: "New recovery codes were made for your user on Sendex; the old ones work no more.",
  },
} as const;

const ARTICLES: Record<Role, string> = {
  owner: "an owner",
  admin: "an admin",
  developer: "a developer",
  viewer: "a viewer",
};

/** A name that someone chose: on one line, and not so long that it hides the rest. */
function quoted(name: string): string {
  return `"${name.replace(/\s+/gu, " ").slice(0, 100)}"`;
}

function paragraphs(parts: string[]): string {
  return `${parts.join("\n\n")}\n`;
}
