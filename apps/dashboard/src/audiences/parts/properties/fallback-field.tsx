import { NumberInput, TextInput } from "@mantine/core";
import type { ContactProperty } from "@sendex/sdk/generated/api";

interface Props {
  type: ContactProperty["type"];
  value: string | number;
  change(value: string | number): void;
  label?: string;
  placeholder?: string;
  size?: "xs" | "sm";
  error?: string | undefined;
  "aria-label"?: string;
}

/** What stands in for a missing value, of the property's type; empty is nothing. */
export function FallbackField({ type, change, size = "sm", ...input }: Props) {
  return type === "number" ? (
    <NumberInput size={size} hideControls onChange={change} {...input} />
  ) : (
    <TextInput
      size={size}
      autoComplete="off"
      onChange={(event) => change(event.currentTarget.value)}
      {...input}
    />
  );
}

/** As the API takes it. */
export function fallbackOf(value: string | number): string | number | null {
  return value === "" ? null : value;
}
