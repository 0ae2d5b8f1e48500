import type { Account } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { Facts } from "../../../ui/page/facts";
import { Copyable } from "../../../ui/text/copy";

/** What a program or a device is to be told. */
export function SmtpFacts({ smtp: { host, port, tls_port } }: { smtp: NonNullable<Account["smtp"]> }) {
  const { t } = useTranslation("accounts");
  return (
    <Facts
      facts={[
        [t("smtp.host"), <Copyable key="host" text={host} />],
        [t("smtp.port"), t("smtp.startTls", { port })],
        [t("smtp.tlsPort"), tls_port !== null && t("smtp.tls", { port: tls_port })],
        [t("smtp.user"), <Copyable key="user" text="sendex" />],
        [t("smtp.password"), t("smtp.passwordIs")],
      ]}
    />
  );
}
