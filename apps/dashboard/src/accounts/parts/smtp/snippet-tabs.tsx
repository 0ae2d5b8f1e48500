import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CodeTabs } from "../../../ui/text/code-tabs";
import { type Door, type Program, PROGRAMS, snippetOf } from "./snippets";

const NAMES: Record<Program, string> = {
  ...{ nodemailer: "Nodemailer", python: "Python", laravel: "Laravel", rails: "Rails", django: "Django" },
  ...{ phpmailer: "PHPMailer", swaks: "swaks" },
};

export function SmtpSnippets({ smtp }: { smtp: Door }) {
  const { t } = useTranslation("accounts");
  const [shown, setShown] = useState<Program>("nodemailer");
  return (
    <CodeTabs
      label={t("smtp.programs")}
      tabs={PROGRAMS.map((program) => ({
        ...{ name: program, title: NAMES[program] },
        code: snippetOf(program, smtp),
      }))}
      shown={shown}
      show={setShown}
      what={t("smtp.copy")}
    />
  );
}
