import { useDebouncedValue } from "@mantine/hooks";
import type { Account } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { Shown } from "../../../ui/feedback/shown";
import { HtmlFrame } from "../../../ui/mail/html-frame";
import { type BrandValues, isWhole } from "../../brand";
import { brandPreviewQuery } from "../../queries";
import classes from "./brand.module.css";

const PAUSE_MS = 250;

/** The page behind unsubscribe links as it would be, drawn by the API itself. */
export function BrandPreview({ account, values }: { account: Account; values: BrandValues }) {
  const { t, i18n } = useTranslation("accounts");
  const shown = isWhole(values) ? values : { ...values, color: account.brand.color ?? "" };
  const [settled] = useDebouncedValue(shown, PAUSE_MS);
  const preview = useQuery(brandPreviewQuery(useApi(), account, settled, i18n.language));
  return (
    <div className={classes.preview}>
      <Shown of={preview}>{({ html }) => <HtmlFrame html={html} title={t("brand.preview")} />}</Shown>
    </div>
  );
}
