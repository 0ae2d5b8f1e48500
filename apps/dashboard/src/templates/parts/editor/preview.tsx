import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Shown } from "../../../ui/feedback/shown";
import type { Look } from "../../../ui/writing/preview/look";
import { Mail } from "../../../ui/writing/preview/mail";
import { Preview } from "../../../ui/writing/preview/preview";
import type { Editing } from "../../use-editing";

/** What the mail would look like with the test data, as far as it can be rendered. */
export function TemplatePreview({ editing: { draft, preview } }: { editing: Editing }) {
  const { t } = useTranslation("templates");
  const look = useSearch({ from: "/shell/templates/$id" });
  const navigate = useNavigate({ from: "/templates/$id" });
  const change = (next: Look) =>
    void navigate({ search: (last) => ({ ...last, ...next }), replace: true, resetScroll: false });
  return (
    <Preview look={look} change={change}>
      <Shown of={preview}>
        {(mail) => (
          <Mail
            look={look}
            from={draft.from || t("field.fromHint")}
            mail={mail}
            textIsMade={draft.text === null}
          />
        )}
      </Shown>
    </Preview>
  );
}
