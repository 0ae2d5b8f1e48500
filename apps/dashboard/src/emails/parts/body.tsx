import type { Email } from "@sendex/sdk/generated/api";
import { Content } from "./content";
import { Details } from "./details";
import classes from "./email.module.css";
import { Recipients } from "./recipients";
import { Story } from "./story";

/** What became of the message and what it says on the left, what it is on the right. */
export function EmailBody({ email }: { email: Email }) {
  return (
    <div className={classes.columns}>
      <div>
        <Story email={email} />
        <Content email={email} />
      </div>
      <div>
        <Recipients email={email} />
        <Details email={email} />
      </div>
    </div>
  );
}
