import { FlaskConical, Radio } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/text/badge";
import type { ApiKey } from "../queries";

/** Which of the two worlds a key calls for: nobody is to take a test key for a live one. */
export function ModeBadge({ mode }: Pick<ApiKey, "mode">) {
  const { t } = useTranslation("access");
  const [meaning, icon] = mode === "test" ? (["late", FlaskConical] as const) : (["idle", Radio] as const);
  return (
    <Badge meaning={meaning} icon={icon}>
      {t(`mode.${mode}`)}
    </Badge>
  );
}
