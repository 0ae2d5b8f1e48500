import type { Form } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../ui/dialog/dialog";
import { CodeBlock } from "../../../ui/text/code-block";
import { snippetOf } from "../../form";
import classes from "../audiences.module.css";

interface Props {
  /** Undefined: it is not there, or not yet. */
  form: Form | undefined;
  opened: boolean;
  close: () => void;
}

/** The form's own page, and what one pastes into a page of one's own. */
export function CodeDialog({ form, opened, close }: Props) {
  const { t } = useTranslation("audiences");
  return (
    <Dialog opened={opened && form !== undefined} onClose={close} title={t("forms.codeTitle")} size="lg">
      {form && (
        <>
          <p className={classes.quiet}>{t("forms.pageLead")}</p>
          <CodeBlock code={form.page_url} what={t("forms.page")} wrap />
          <p className={classes.quiet}>{t("forms.codeLead")}</p>
          <CodeBlock code={snippetOf(form)} what={t("forms.code")} />
        </>
      )}
    </Dialog>
  );
}
