import type { Account } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { Facts } from "../../ui/page/facts";
import { Badge } from "../../ui/text/badge";
import { Copyable } from "../../ui/text/copy";
import { RelativeTime } from "../../ui/time/relative-time";

/** What the account is, and what it still lacks. */
export function AccountFacts({ account }: { account: Account }) {
  const { t, i18n } = useTranslation("accounts");
  const number = new Intl.NumberFormat(i18n.language);
  const { missing_for_trusted: missing } = account;
  return (
    <Facts
      facts={[
        [t("account.id"), <Copyable key="id" text={account.id} />],
        [t("account.owner"), account.email],
        [t("account.opened"), <RelativeTime key="at" at={account.created_at} />],
        [t("account.standing"), <Standing key="standing" standing={account.standing} />],
        [t("account.tier"), tierOf(account.tier, t)],
        [
          t("account.guideline"),
          t("account.perDay", { count: account.daily_guideline, of: number.format(account.daily_guideline) }),
        ],
        [t("account.today"), number.format(account.accepted_today)],
        [
          t("account.missing"),
          missing && missing.length > 0 && missing.map((what) => t(`missing.${what}`)).join(", "),
        ],
      ]}
    />
  );
}

function Standing({ standing }: Pick<Account, "standing">) {
  const { t } = useTranslation("accounts");
  return <Badge meaning={standing === "active" ? "good" : "bad"}>{t(`standing.${standing}`)}</Badge>;
}

function tierOf(tier: string, t: (key: "tier.new" | "tier.trusted") => string): string {
  if (tier === "new" || tier === "trusted") return t(`tier.${tier}`);
  return tier;
}
