import { Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { inUtc, moment } from "./format";

/** When, for the middle of a sentence, where "tomorrow" would not fit; in the viewer's zone, with UTC on hover. */
export function ExactTime({ at }: { at: string }) {
  const { i18n } = useTranslation("ui");
  const time = Date.parse(at);
  return (
    <Tooltip label={inUtc(time)}>
      <time dateTime={at} className="tabular">
        {moment(time, i18n.language)}
      </time>
    </Tooltip>
  );
}
