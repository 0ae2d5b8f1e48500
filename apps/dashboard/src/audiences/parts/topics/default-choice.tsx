import { Radio, Stack } from "@mantine/core";
import type { RadioGroupProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

const WORDS = ["opt_in", "opt_out"] as const;

/** Whether those who never chose get a new topic's mail; it cannot be changed later. */
export function DefaultChoice(input: Omit<RadioGroupProps, "children">) {
  const { t } = useTranslation("audiences");
  return (
    <Radio.Group label={t("default.question")} description={t("default.final")} {...input}>
      <Stack gap="xs" mt="xs">
        {WORDS.map((word) => (
          <Radio
            key={word}
            value={word}
            label={t(`default.${word}`)}
            description={t(`default.hint.${word}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
