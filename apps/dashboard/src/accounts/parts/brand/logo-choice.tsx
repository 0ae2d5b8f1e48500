import { Button, FileButton, Input } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { base64Of, type BrandValues, LOGO_TYPES, whyNoLogo } from "../../brand";
import classes from "./brand.module.css";

interface Props {
  /** Where the saved one is. */
  saved: string | null;
  chosen: BrandValues["logo"];
  disabled: boolean;
  error: string | undefined;
  choose(logo: BrandValues["logo"]): void;
}

/** A picture from one's own disk, or none. */
export function LogoChoice({ saved, chosen, disabled, error, choose }: Props) {
  const { t } = useTranslation("accounts");
  const [refused, setRefused] = useState<string>();
  const take = async (file: File | null) => {
    if (!file) return;
    const why = whyNoLogo(file);
    setRefused(why && t(`brand.refused.${why}`));
    if (!why) choose({ file, base64: await base64Of(file) });
  };
  const there = chosen === undefined ? saved !== null : chosen !== null;
  return (
    <Input.Wrapper
      label={t("brand.logo")}
      labelElement="div"
      description={t("brand.logoHint")}
      error={refused ?? error}
    >
      <div className={classes.logo}>
        <span className={classes.file}>
          {chosen ? chosen.file.name : t(there ? "brand.has" : "brand.none")}
        </span>
        {!disabled && (
          <FileButton accept={LOGO_TYPES.join(",")} onChange={(file) => void take(file)}>
            {(props) => (
              <Button variant="default" size="xs" {...props}>
                {t("brand.choose")}
              </Button>
            )}
          </FileButton>
        )}
        {!disabled && there && (
          <Button variant="subtle" size="xs" onClick={() => choose(null)}>
            {t("brand.remove")}
          </Button>
        )}
      </div>
    </Input.Wrapper>
  );
}
