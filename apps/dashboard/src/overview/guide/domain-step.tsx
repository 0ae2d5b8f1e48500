import { Button, Loader, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { TextLink } from "../../ui/page/link-button";
import { useAddDomain } from "./acts";
import classes from "./guide.module.css";

interface Named {
  id: string;
  name: string;
}

interface Props {
  verified: Named | undefined;
  pending: Named | undefined;
}

/** The domain that mail is sent from: there, on its way, or to be named. */
export function DomainStep({ verified, pending }: Props) {
  const { t } = useTranslation("overview");
  if (verified) return <p className={classes.text}>{t("guide.domainReady", { name: verified.name })}</p>;
  if (!pending) return <NewDomain />;
  return (
    <>
      <p className={classes.text}>{t("guide.domainPending", { name: pending.name })}</p>
      <div className={classes.row} role="status">
        <Loader size={14} />{" "}
        <TextLink to="/domains/$id" params={{ id: pending.id }}>
          {t("guide.records")}
        </TextLink>
      </div>
    </>
  );
}

function NewDomain() {
  const { t } = useTranslation("overview");
  const add = useAddDomain();
  const form = useForm({ mode: "uncontrolled", initialValues: { name: "" } });
  const submit = ({ name }: { name: string }) =>
    add.mutate(name.trim(), {
      onError: (failure) => {
        const { fields, message } = asProblem(failure);
        form.setErrors({ name: fields[0]?.message ?? message });
      },
    });
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <p className={classes.text}>{t("guide.domainLead")}</p>
      <div className={classes.row}>
        <TextInput
          aria-label={t("guide.domainName")}
          placeholder="mail.example.com"
          required
          size="xs"
          key={form.key("name")}
          {...form.getInputProps("name")}
        />
        <Button type="submit" loading={add.isPending}>
          {t("guide.addDomain")}
        </Button>
      </div>
    </form>
  );
}
