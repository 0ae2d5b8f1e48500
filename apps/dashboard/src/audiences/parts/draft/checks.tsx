import type { Broadcast } from "@sendex/sdk/generated/api";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Api, useApi } from "../../../api/api";
import { answered } from "../../../api/client";
import { audiencesKey } from "../../queries";
import classes from "./draft.module.css";

/** What stands in the way of a broadcast, and what to do about it, in the API's words. How many get it is said elsewhere. */
export function Checks({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation("broadcasts");
  const { data = [] } = useQuery(broadcastChecksQuery(useApi(), broadcast.id));
  const told = data.flatMap(({ check, ...one }) =>
    one.level === "ok" || check === "audience" ? [] : [{ check, ...one }],
  );
  if (told.length === 0) return null;
  return (
    <section aria-label={t("checks")}>
      <ul className={classes.checks}>
        {told.map(({ check, level, message, remedy }) => (
          <li key={check} data-level={level}>
            <b>{t(`checks.${check}`)}</b> {message} {remedy}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is to be said of what is stored before it is sent. */
function broadcastChecksQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...audiencesKey(api), "broadcast", id, "checks"],
    queryFn: async ({ signal }) =>
      (await answered(api.client.GET("/api/v1/broadcasts/{id}/checks", { params: { path: { id } }, signal })))
        .data,
  });
}
