import { userInfo } from "node:os";

/** As the audit log names who sits at a command line. */
export function actor(): string {
  return `cli:${userInfo().username}`;
}
