import { Select } from "@mantine/core";

interface Props<Value extends string> {
  /** Also what is shown while nothing is chosen. */
  label: string;
  value: Value | undefined;
  change(value: Value | undefined): void;
  choices: readonly { value: Value; label: string }[];
  width?: number;
}

/** One of a few, or none. */
export function ChoiceFilter<Value extends string>({
  label,
  value,
  change,
  choices,
  width = 150,
}: Props<Value>) {
  return (
    <Select
      size="xs"
      w={width}
      aria-label={label}
      placeholder={label}
      data={choices.map((choice) => ({ ...choice }))}
      value={value ?? null}
      onChange={(chosen) => change(choices.find((choice) => choice.value === chosen)?.value)}
      clearable
      allowDeselect
    />
  );
}
