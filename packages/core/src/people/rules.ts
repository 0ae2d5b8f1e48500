/** Who may become a user: nobody new but by an operator, the invited, or anyone. */
export const SIGN_UP_MODES = ["closed", "invite", "open"] as const;
export type SignUpMode = (typeof SIGN_UP_MODES)[number];

/**
 * A password's characters. Source: NIST SP 800-63B-4, 3.1.1.2 asks for 15 where a password stands alone and for 8 beside
 * a second factor, which is ours to choose: 12. The most keeps hashing what a stranger sends cheap.
 */
export const PASSWORD_CHARACTERS = { min: 12, max: 128 };
export const MAX_NAME_CHARACTERS = 100;

export const INVITATION_DAYS = 7;
/** A sign-up is proven by its link within this. */
export const SIGN_UP_HOURS = 24;
/** Source: OWASP Forgot Password Cheat Sheet, "expire after an appropriate period". */
export const RESET_MINUTES = 60;
/** A session ends when it was not used for this long … */
export const SESSION_DAYS = 7;
/** … counted anew at most this often. */
export const SESSION_RENEWED_HOURS = 24;

/** Members of an account, and invitations that wait. */
export const MAX_MEMBERS = 500;
export const MAX_INVITATIONS = 100;

/** Tries a minute at signing in: by one address, and by one address for one user. A stranger's stop nobody elsewhere. */
export const SIGN_IN_TRIES = { address: 30, addressAndUser: 10 };
/** Mails a minute that strangers may have the service write to one address, and one stranger to all. */
export const MAIL_REQUESTS = { mailbox: 3, address: 10 };
/** Invitations a minute of an account. */
export const INVITATIONS_PER_MINUTE = 30;

/** As addresses are compared and stored: in small letters, as mailboxes of people in practice are. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}
