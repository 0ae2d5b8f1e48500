import { Button, Popover } from "@mantine/core";
import { AtSign, ListFilter, Tag } from "lucide-react";
import { useTranslation } from "react-i18next";
import { SearchField } from "../../ui/filters/search-field";
import type { EmailFilters } from "../filters";
import { looksWhole } from "./addresses";
import bar from "../../ui/filters/filter-bar.module.css";
import classes from "./more-filters.module.css";

interface Props {
  filters: EmailFilters;
  set(some: EmailFilters): void;
}

/** What is asked for less often. */
export function MoreFilters({ filters: { sender, tag }, set }: Props) {
  const { t } = useTranslation("emails");
  const used = [sender, tag].filter((value) => value !== undefined).length;
  return (
    <Popover position="bottom-start" radius="md" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          data-set={used > 0}
          className={bar.choice}
          leftSection={<ListFilter size={14} />}
        >
          {used > 0 ? t("filter.moreUsed", { count: used }) : t("filter.more")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.drop}>
        <SearchField
          label={t("filter.sender")}
          icon={AtSign}
          value={sender}
          change={(value) => set({ sender: value })}
          ready={looksWhole}
        />
        <SearchField
          label={t("filter.tag")}
          icon={Tag}
          value={tag}
          change={(value) => set({ tag: value })}
          ready={(text) => /^[^:]+:/.test(text)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
