import { Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { TICK_MS, useNow } from "./clock";
import { inUtc, precise, relative } from "./format";

/** How long ago, with the moment itself in the viewer's zone and in UTC on hover. */
export function RelativeTime({ at }: { at: string }) {
  const { i18n } = useTranslation("ui");
  const tick = useNow();
  const time = Date.parse(at);
  // What came since the last tick is now, not in the future.
  const now = time > tick && time - tick < TICK_MS ? time : tick;
  return (
    <Tooltip label={<Moment time={time} language={i18n.language} />}>
      <time dateTime={at} className="tabular">
        {relative(time, now, i18n.language)}
      </time>
    </Tooltip>
  );
}

/** The viewer's zone and UTC, one below the other. */
function Moment({ time, language }: { time: number; language: string }) {
  return (
    <>
      <div>{precise(time, language)}</div>
      <div>{inUtc(time)}</div>
    </>
  );
}
