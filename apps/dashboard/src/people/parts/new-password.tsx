import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** Source: packages/core/src/people/rules.ts; the API has the last word. */
const SHORTEST_PASSWORD = 12;

export function NewPassword(props: PasswordInputProps) {
  const { t } = useTranslation("people");
  return (
    <PasswordInput
      label={t("field.newPassword")}
      description={t("field.newPasswordHint", { count: SHORTEST_PASSWORD })}
      autoComplete="new-password"
      minLength={SHORTEST_PASSWORD}
      required
      withAsterisk={false}
      {...props}
    />
  );
}
