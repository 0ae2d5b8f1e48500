import { Radio } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { KeyForm } from "../new-key";
import classes from "./choice.module.css";

interface Props<Word extends string> {
  label: string;
  name: "permission" | "mode";
  words: readonly Word[];
  form: UseFormReturnType<KeyForm>;
  /** A choice's name, and what follows from it. */
  children(word: Word): [name: string, hint: string];
}

/** One of two, each with what it means. */
export function Choice<Word extends string>({ label, name, words, form, children }: Props<Word>) {
  return (
    <Radio.Group label={label} key={form.key(name)} {...form.getInputProps(name)}>
      <div className={classes.choices}>
        {words.map((word) => {
          const [title, hint] = children(word);
          return (
            <Radio.Card key={word} value={word} className={classes.card}>
              <Radio.Indicator size="xs" />
              <span>
                <span className={classes.name}>{title}</span>
                <span className={classes.hint}>{hint}</span>
              </span>
            </Radio.Card>
          );
        })}
      </div>
    </Radio.Group>
  );
}
