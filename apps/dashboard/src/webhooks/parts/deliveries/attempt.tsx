import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { CodeBlock } from "../../../ui/text/code-block";
import { RelativeTime } from "../../../ui/time/relative-time";
import { readable } from "../../payload";
import type { Attempt as Try } from "../../queries";
import classes from "./delivery.module.css";

/** One try: what was answered in how long, and inside what was sent. */
export function Attempt({ attempt, open }: { attempt: Try; open: boolean }) {
  const { t } = useTranslation("webhooks");
  const { http_status_code: code, error, duration_ms, sent_at } = attempt;
  const taken = code !== null && code >= 200 && code < 300;
  return (
    <li className={classes.attempt}>
      <details open={open}>
        <summary>
          <ChevronRight size={14} className={classes.chevron} aria-hidden />
          <span className={classes.code} data-taken={taken || undefined}>
            {code ?? "—"}
          </span>
          <span className={classes.grow}>{error ?? t(taken ? "attempt.taken" : "attempt.refused")}</span>
          <span className={`${classes.quiet} tabular`}>{t("attempt.ms", { ms: duration_ms })}</span>
          <span className={classes.quiet}>
            <RelativeTime at={sent_at} />
          </span>
        </summary>
        <div className={classes.inside}>
          <Exchange attempt={attempt} />
        </div>
      </details>
    </li>
  );
}

function Exchange({ attempt: { request, response, error } }: { attempt: Try }) {
  const { t } = useTranslation("webhooks");
  return (
    <>
      {error !== null && <p>{error}</p>}
      <div>
        <div className={classes.label}>{t("attempt.answer")}</div>
        {response ? <CodeBlock code={readable(response)} wrap /> : <Quiet>{t("attempt.noAnswer")}</Quiet>}
      </div>
      <div>
        <div className={classes.label}>{t("attempt.headers")}</div>
        {request ? <CodeBlock code={headLines(request)} wrap /> : <Quiet>{t("attempt.noRequest")}</Quiet>}
      </div>
      {request && (
        <div>
          <div className={classes.label}>{t("attempt.body")}</div>
          {request.body === null ? (
            <Quiet>{t("erased")}</Quiet>
          ) : (
            <CodeBlock code={readable(request.body)} wrap />
          )}
        </div>
      )}
    </>
  );
}

function Quiet({ children }: { children: string }) {
  return <p className={classes.quiet}>{children}</p>;
}

function headLines({ url, headers }: NonNullable<Try["request"]>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  return [`POST ${url}`, ...lines].join("\n");
}
