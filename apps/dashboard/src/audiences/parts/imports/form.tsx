import { Button, Checkbox, MultiSelect, Stack, Text } from "@mantine/core";
import type { ContactProperty } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { asProblem } from "../../../api/problem";
import { FileDrop } from "../../../ui/file/file-drop";
import { useImport } from "../../import-acts";
import { type ColumnMeaning, type FileColumn, guess, readColumns, toColumnMap } from "../../import-file";
import { areLists, segmentsQuery } from "../../queries";
import classes from "../audiences.module.css";
import { ColumnChoices } from "./columns";

interface ImportOptions {
  segments: string[];
  /** Contacts that are there are changed. */
  changes: boolean;
}

interface Chosen {
  file: File;
  columns: FileColumn[];
  meanings: ColumnMeaning[];
}

/** Chooses a file, says what its columns are, and sends it. */
export function ImportForm({ properties }: { properties: ContactProperty[] }) {
  const { t } = useTranslation("audiences");
  const [chosen, setChosen] = useState<Chosen>();
  const [options, setOptions] = useState<ImportOptions>({ segments: [], changes: true });
  const importing = useImport(() => setChosen(undefined));
  const choose = async (file: File | undefined) => {
    importing.reset();
    const columns = file ? await readColumns(file) : [];
    setChosen(file && { file, columns, meanings: guess(columns, properties) });
  };
  const begin = ({ file, columns, meanings }: Chosen) =>
    importing.mutate({
      ...{ file, column_map: toColumnMap(columns, meanings) },
      on_conflict: options.changes ? "upsert" : "skip",
      segments: options.segments.map((id) => ({ id })),
    });
  const hasAddresses = chosen?.meanings.includes("email") === true;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t("import.lead")}
      </Text>
      <FileDrop file={chosen?.file} prompt={t("import.choose")} choose={(file) => void choose(file)} />
      {chosen && (
        <ColumnChoices
          columns={chosen.columns}
          meanings={chosen.meanings}
          properties={properties}
          change={(meanings) => setChosen({ ...chosen, meanings })}
        />
      )}
      {chosen && <Options options={options} change={setOptions} />}
      {importing.error && (
        <Text size="sm" c="var(--bad)" role="alert">
          {asProblem(importing.error).message}
        </Text>
      )}
      {chosen && !hasAddresses && (
        <Text size="sm" c="var(--bad)">
          {t("import.noAddresses")}
        </Text>
      )}
      <div className={classes.foot}>
        <Button
          disabled={!hasAddresses}
          loading={importing.isPending}
          onClick={() => chosen && begin(chosen)}
        >
          {t("import.begin")}
        </Button>
      </div>
    </Stack>
  );
}

function Options({ options, change }: { options: ImportOptions; change(options: ImportOptions): void }) {
  const { t } = useTranslation("audiences");
  const { data: all = [] } = useQuery({ ...segmentsQuery(useApi()), select: areLists });
  return (
    <>
      {all.length > 0 && (
        <MultiSelect
          label={t("import.segments")}
          data={all.map(({ id, name }) => ({ value: id, label: name }))}
          value={options.segments}
          onChange={(segments) => change({ ...options, segments })}
          nothingFoundMessage={t("field.nothingFits")}
          searchable
          hidePickedOptions
          openOnFocus={false}
        />
      )}
      <Checkbox
        label={t("import.changes")}
        description={t("import.changesHint")}
        checked={options.changes}
        onChange={(event) => change({ ...options, changes: event.currentTarget.checked })}
      />
    </>
  );
}
