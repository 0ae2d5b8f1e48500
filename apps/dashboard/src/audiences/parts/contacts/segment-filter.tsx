import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Layers } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { segmentsQuery } from "../../queries";
import classes from "./segment-filter.module.css";

interface Props {
  value: string | undefined;
  change(id: string | undefined): void;
}

/** One of as many as 1,000, so that it is searched. It is not there while there are none. */
export function SegmentFilter({ value, change }: Props) {
  const { t } = useTranslation("audiences");
  const { data: segments = [] } = useQuery(segmentsQuery(useApi()));
  const choices = segments.map(({ id, name }) => ({ value: id, label: name }));
  // A link may name one that is gone: it narrows the list down all the same.
  const strange = value !== undefined && !segments.some(({ id }) => id === value);
  if (choices.length === 0 && !strange) return null;
  return (
    <Select
      className={value === undefined ? classes.filter : `${classes.filter} ${classes.set}`}
      size="xs"
      aria-label={t("filter.segment")}
      placeholder={t("filter.segment")}
      nothingFoundMessage={t("filter.noSegment")}
      leftSection={<Layers size={14} aria-hidden />}
      data={strange ? [...choices, { value, label: value }] : choices}
      value={value ?? null}
      onChange={(id) => change(id ?? undefined)}
      searchable
      clearable
    />
  );
}
