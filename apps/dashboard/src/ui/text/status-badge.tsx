import { useTranslation } from "react-i18next";
import { Badge } from "./badge";
import { SIGNS, type Status } from "./status";

/** The state of a message or of a recipient. */
export function StatusBadge({ status }: { status: Status }) {
  const { t } = useTranslation("ui");
  const { meaning, icon } = SIGNS[status];
  return (
    <Badge meaning={meaning} icon={icon}>
      {t(`status.${status}`)}
    </Badge>
  );
}
