import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { Shown } from "../../../ui/feedback/shown";
import { CodeBlock } from "../../../ui/text/code-block";
import { attemptsQuery, type Delivery } from "../../queries";
import { Attempt } from "./attempt";
import classes from "./delivery.module.css";

interface Props {
  /** The endpoint's id. */
  webhook: string;
  delivery: Delivery & { payload: unknown };
}

/** Each try, the last first and open; before the first, what is going to be sent. */
export function Attempts({ webhook, delivery: { id, payload } }: Props) {
  const { t } = useTranslation("webhooks");
  const attempts = useQuery(attemptsQuery(useApi(), webhook, id));
  return (
    <Shown of={attempts}>
      {(all) =>
        all.length === 0 ? (
          <>
            <h3 className={classes.title}>{t("payload")}</h3>
            {payload === null ? t("erased") : <CodeBlock code={JSON.stringify(payload, null, 2)} wrap />}
          </>
        ) : (
          <>
            <h3 className={classes.title}>{t("attempts", { count: all.length })}</h3>
            <ul className={classes.attempts}>
              {all.map((attempt, index) => (
                <Attempt key={attempt.id} attempt={attempt} open={index === 0} />
              ))}
            </ul>
          </>
        )
      }
    </Shown>
  );
}
