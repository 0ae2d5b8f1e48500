import { Button, Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { Dialog } from "../../ui/dialog/dialog";
import classes from "./operators.module.css";

/** Source: apps/api/src/operators/schemas.ts. */
const MOST_CHARACTERS = 5_000;

interface Props {
  opened: boolean;
  close: () => void;
  title: string;
  /** What follows from it, and who reads what is written. */
  lead: ReactNode;
  label: string;
  /** The verb on the button. */
  action: string;
  dangerous?: boolean;
  act: { isPending: boolean; error: unknown; mutate(text: string): void };
}

/** Every act of an operator says why: the field is never optional, whatever the API takes. */
export function ReasonForm({ opened, close, title, ...rest }: Props) {
  return (
    <Dialog opened={opened} onClose={close} title={title}>
      <Form {...rest} />
    </Dialog>
  );
}

function Form({ lead, label, action, dangerous = false, act }: Omit<Props, "opened" | "close" | "title">) {
  const { t } = useTranslation("operators");
  const [text, setText] = useState("");
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(text.trim());
      }}
    >
      <p className={classes.quiet}>{lead}</p>
      <Textarea
        label={label}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={MOST_CHARACTERS}
        required
        withAsterisk={false}
        placeholder={t("reason.placeholder")}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={act.error ? asProblem(act.error).message : undefined}
      />
      <div className={classes.foot}>
        <Button
          type="submit"
          loading={act.isPending}
          disabled={text.trim() === ""}
          {...(dangerous && { color: "red" })}
        >
          {action}
        </Button>
      </div>
    </form>
  );
}
