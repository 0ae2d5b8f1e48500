import { Button, Loader } from "@mantine/core";
import type { Email } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import { LinkButton } from "../../ui/page/link-button";
import { StatusBadge } from "../../ui/text/status-badge";
import { isSettled } from "./arrival";
import classes from "./arrive.module.css";
import guide from "./guide.module.css";
import { Track } from "./track";

/** The mail as it comes, with the time of each stop. */
export function Arrive({ email, leave }: { email: Email | undefined; leave: () => void }) {
  const { t } = useTranslation("overview");
  const { mode } = useCurrent();
  if (!email)
    return (
      <p className={classes.waiting} role="status">
        <Loader size={14} /> {t("guide.waiting")}
      </p>
    );
  return (
    <div className={classes.card} data-settled={isSettled(email)}>
      <div className={classes.head} role="status">
        <span className={classes.words}>
          <strong>{email.subject}</strong>
          <span className={classes.to}>{email.to.join(", ")}</span>
        </span>
        <StatusBadge status={email.status} />
      </div>
      <Track email={email} />
      {isSettled(email) && (
        <>
          <p className={classes.done}>
            {t(email.status === "delivered" ? `guide.arrived.${mode}` : "guide.ended")}
          </p>
          <div className={guide.row}>
            <LinkButton to="/emails/$id" params={{ id: email.id }}>
              {t("guide.open")}
            </LinkButton>
            <Button variant="default" onClick={leave}>
              {t("guide.toOverview")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
