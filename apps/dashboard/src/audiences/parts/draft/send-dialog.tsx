import { Button, SegmentedControl, Stack, TextInput } from "@mantine/core";
import type { Broadcast } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { asProblem } from "../../../api/problem";
import { number } from "../../../ui/chart/numbers";
import { Dialog } from "../../../ui/dialog/dialog";
import { Facts } from "../../../ui/page/facts";
import { readersOf } from "../../broadcast";
import { useSendBroadcast } from "../../broadcast-acts";
import { reasonsOf } from "../../field-errors";
import { segmentsQuery } from "../../queries";
import audiences from "../audiences.module.css";
import { Checks } from "./checks";
import classes from "./draft.module.css";

interface Props {
  broadcast: Broadcast;
  opened: boolean;
  close: () => void;
}

/** How many get it, from whom, and when; what is still missing is said before anything is sent. */
export function SendDialog({ broadcast, opened, close }: Props) {
  const { t } = useTranslation("broadcasts");
  return (
    <Dialog opened={opened} onClose={close} title={t("send.title")}>
      <Form broadcast={broadcast} close={close} />
    </Dialog>
  );
}

function Form({ broadcast, close }: Omit<Props, "opened">) {
  const { t, i18n } = useTranslation("broadcasts");
  const [when, setWhen] = useState<"now" | "later">("now");
  const [at, setAt] = useState("");
  const send = useSendBroadcast(broadcast.id, close);
  const count = readersOf(broadcast);
  const readers = number(count, i18n.language);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(when === "now" ? undefined : new Date(at).toISOString());
      }}
    >
      <Stack gap="md">
        <p>{t("send.lead", { count, readers })}</p>
        <Summary broadcast={broadcast} />
        <Checks broadcast={broadcast} />
        <SegmentedControl
          aria-label={t("send.when")}
          value={when}
          onChange={setWhen}
          data={(["now", "later"] as const).map((value) => ({ value, label: t(`send.${value}`) }))}
        />
        {when === "later" && (
          <TextInput
            type="datetime-local"
            label={t("send.at")}
            description={Intl.DateTimeFormat().resolvedOptions().timeZone}
            value={at}
            onChange={(event) => setAt(event.currentTarget.value)}
            required
            withAsterisk={false}
          />
        )}
        {send.error && <Refusal error={send.error} />}
        <div className={audiences.foot}>
          <Button type="submit" loading={send.isPending}>
            {when === "now" ? t("send.confirm", { count, readers }) : t("send.schedule")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function Summary({ broadcast }: { broadcast: Broadcast }) {
  const { t, i18n } = useTranslation("broadcasts");
  const { data: segments } = useQuery(segmentsQuery(useApi()));
  const { segment_id, subject, from, audience, per_hour } = broadcast;
  const { language } = i18n;
  const left = audience.unsubscribed;
  return (
    <Facts
      facts={[
        [t("field.segment"), segments?.find(({ id }) => id === segment_id)?.name],
        [t("send.left"), left > 0 && t("send.leftOf", { count: left, left: number(left, language) })],
        [t("field.subject"), subject],
        [t("field.from"), from],
        [t("field.speed"), per_hour !== null && t("speed.perHour", { number: number(per_hour, language) })],
      ]}
    />
  );
}

/** What the API wants first, field by field. */
function Refusal({ error }: { error: unknown }) {
  return (
    <ul className={classes.problems} role="alert">
      {reasonsOf(asProblem(error)).map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
