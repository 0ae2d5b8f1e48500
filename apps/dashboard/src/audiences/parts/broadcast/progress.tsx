import type { Broadcast } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { number } from "../../../ui/chart/numbers";
import { Section } from "../../../ui/page/section";
import { moment } from "../../../ui/time/format";
import { isGoing, progressOf } from "../../broadcast";
import classes from "./report.module.css";

/** How far it is, and why it does not go on where it does not. */
export function Progress({ broadcast }: { broadcast: Broadcast }) {
  const { t, i18n } = useTranslation("broadcasts");
  const { state, mails, skipped, audience, started_at, per_hour } = broadcast;
  const said = (count: number) => number(count, i18n.language);
  const open = isGoing(broadcast) || state === "paused";
  return (
    <Section title={t("progress")}>
      <p className={classes.means} data-state={state}>
        <Means broadcast={broadcast} />
      </p>
      {open && started_at !== null && <Track percent={progressOf(broadcast)} stands={state === "paused"} />}
      <p className={classes.counts}>
        {open
          ? t("done", {
              count: audience.contacts,
              done: said(mails + skipped),
              contacts: said(audience.contacts),
            })
          : t("mails", { count: mails, mails: said(mails) })}
        {skipped > 0 && ` ${t("skipped", { count: skipped, skipped: said(skipped) })}`}
        {open && per_hour !== null && ` ${t("speed.sentence", { number: said(per_hour) })}`}
      </p>
    </Section>
  );
}

/** The state in words, or the reason for it. */
function Means({ broadcast: { state, reason, scheduled_at, ended_at } }: { broadcast: Broadcast }) {
  const { t, i18n } = useTranslation("broadcasts");
  if (reason !== null) return t(`reason.${reason}`);
  const at = state === "queued" ? scheduled_at : ended_at;
  if (at === null) return t(state === "draft" || state === "paused" ? "means.queued" : `means.${state}`);
  const time = moment(Date.parse(at), i18n.language);
  return state === "queued"
    ? t("means.scheduled", { time })
    : t("means.ended", { state: t(`state.${state}`), time });
}

function Track({ percent, stands }: { percent: number; stands: boolean }) {
  const { t } = useTranslation("broadcasts");
  return (
    <div
      className={classes.track}
      data-stands={stands}
      role="progressbar"
      aria-label={t("progress")}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent)}
    >
      <span style={{ width: `${percent}%` }} />
    </div>
  );
}
