import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import { Section } from "../../ui/page/section";
import { SettingsFrame } from "../parts/frame";
import { PasswordForm } from "../parts/password-form";
import { ProfileForm } from "../parts/profile-form";
import classes from "../parts/settings.module.css";
import { TwoFactor } from "../parts/two-factor/two-factor";

export function SecurityPage() {
  const { t } = useTranslation("accounts");
  const { user } = useCurrent();
  return (
    <SettingsFrame part="security">
      <div className={classes.reading}>
        <Section title={t("profile.title")}>
          <ProfileForm user={user} />
        </Section>
        <Section title={t("twoFactor.title")}>
          <TwoFactor enabled={user.two_factor_enabled} />
        </Section>
        <Section title={t("password.title")} lead={t("password.lead")}>
          <PasswordForm />
        </Section>
      </div>
    </SettingsFrame>
  );
}
