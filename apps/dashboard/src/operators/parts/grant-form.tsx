import { Button, Checkbox, NumberInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { useGrant } from "../acts";
import { Dialog } from "../../ui/dialog/dialog";
import classes from "./operators.module.css";

interface Props {
  id: string;
  opened: boolean;
  close: () => void;
}

export function GrantForm({ id, opened, close }: Props) {
  const { t } = useTranslation("operators");
  return (
    <Dialog opened={opened} onClose={close} title={t("credits.form")}>
      <Form id={id} close={close} />
    </Dialog>
  );
}

interface Values {
  amount: number | string;
  unlimited: boolean;
  note: string;
}

function Form({ id, close }: Omit<Props, "opened">) {
  const { t } = useTranslation("operators");
  const form = useForm<Values>({ initialValues: { amount: "", unlimited: false, note: "" } });
  const grant = useGrant(id, close);
  const { unlimited } = form.values;
  const give = ({ amount, note }: Values) =>
    grant.mutate(
      { amount: unlimited ? null : Number(amount), note: note.trim() },
      { onError: (failure) => form.setErrors({ note: asProblem(failure).message }) },
    );
  return (
    <form className={classes.form} onSubmit={form.onSubmit(give)}>
      <NumberInput
        label={t("credits.amount")}
        description={t("credits.hint")}
        min={1}
        allowDecimal={false}
        thousandSeparator=" "
        required={!unlimited}
        withAsterisk={false}
        disabled={unlimited}
        data-autofocus
        {...form.getInputProps("amount")}
      />
      <Checkbox
        label={t("credits.makeUnlimited")}
        {...form.getInputProps("unlimited", { type: "checkbox" })}
      />
      <TextInput
        label={t("credits.note")}
        required
        withAsterisk={false}
        maxLength={1_000}
        {...form.getInputProps("note")}
      />
      <div className={classes.foot}>
        <Button type="submit" loading={grant.isPending}>
          {t("credits.grant")}
        </Button>
      </div>
    </form>
  );
}
