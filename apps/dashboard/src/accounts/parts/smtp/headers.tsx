import { useTranslation } from "react-i18next";
import { Facts } from "../../../ui/page/facts";

const HEADERS = [
  ["X-Sendex-Tag", "tag"],
  ["X-Sendex-Priority", "priority"],
  ["X-Sendex-Scheduled-At", "scheduledAt"],
  ["X-Sendex-Template", "template"],
  ["X-Sendex-Template-Data", "templateData"],
  ["X-Sendex-Metadata", "metadata"],
  ["X-Sendex-Topic", "topic"],
  ["X-Sendex-Idempotency-Key", "key"],
] as const;

/** What a mail may ask for by headers of its own. */
export function SmtpHeaders() {
  const { t } = useTranslation("accounts");
  return <Facts facts={HEADERS.map(([header, what]) => [header, t(`smtp.header.${what}`)])} />;
}
