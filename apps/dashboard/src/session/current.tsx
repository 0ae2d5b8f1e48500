import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { Mode } from "../api/client";
import { ROLES, type Membership, type Role, type Session, type User } from "./session";
import { type Choice, keepChoice, keptChoice } from "./choice";

/** Who is signed in, for which account, in which of the two worlds. */
export interface Current {
  user: User;
  /** Empty: an operator who is a member of none. */
  accounts: Membership[];
  account: Membership;
  mode: Mode;
  csrfToken: string;
  choose(choice: Choice): void;
}

/** An operator may be a member of no account: the pages of operators and of the own person are there all the same. */
const NO_ACCOUNT: Membership = { id: "", name: "", role: "viewer", standing: "active" };

const CurrentContext = createContext<Current | undefined>(undefined);

export function CurrentProvider({ session, children }: { session: Session; children: ReactNode }) {
  const [choice, setChoice] = useState(keptChoice);
  useEffect(() => keepChoice(choice), [choice]);
  const current = useMemo<Current | undefined>(() => {
    const { user, accounts } = session;
    const first = accounts[0] ?? (user.operator ? NO_ACCOUNT : undefined);
    const account = accounts.find(({ id }) => id === choice.account) ?? first;
    if (!account) return undefined;
    const choose = (next: Choice) => setChoice((last) => ({ ...last, ...next }));
    return { user, accounts, account, mode: choice.mode ?? "live", csrfToken: session.csrf_token, choose };
  }, [session, choice]);
  return <CurrentContext value={current}>{children}</CurrentContext>;
}

export function useMaybeCurrent(): Current | undefined {
  return useContext(CurrentContext);
}

export function useCurrent(): Current {
  const current = useContext(CurrentContext);
  if (current === undefined) throw new Error("Only pages below the session know who is signed in.");
  return current;
}

/** Whether the person's role reaches this one. The API decides; this only hides what it would refuse. */
export function useMay(least: Role): boolean {
  const { account } = useCurrent();
  return ROLES.indexOf(account.role) >= ROLES.indexOf(least);
}
