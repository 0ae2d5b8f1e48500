import { Button } from "@mantine/core";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./filter-bar.module.css";

interface Props {
  /** Search and filters; each holds its value in the URL. */
  children: ReactNode;
  /** Takes all filters away; absent while there are none. */
  clear?: () => void;
  /** At the far end. */
  end?: ReactNode;
}

/** What narrows a list down. The values live in the URL, so that a link shows the same. */
export function FilterBar({ children, clear, end }: Props) {
  const { t } = useTranslation("ui");
  return (
    <div className={classes.bar} role="search">
      {children}
      {clear && (
        <Button variant="subtle" color="gray" leftSection={<X size={13} />} onClick={clear}>
          {t("filter.clear")}
        </Button>
      )}
      {end && <div className={classes.end}>{end}</div>}
    </div>
  );
}
