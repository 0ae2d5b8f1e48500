import { Button } from "@mantine/core";
import type { Contact } from "@sendex/sdk/generated/api";
import { useNavigate } from "@tanstack/react-router";
import { Mail, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../session/current";
import { confirm } from "../../../ui/feedback/confirm";
import { LinkButton } from "../../../ui/page/link-button";
import { useRemoveContact } from "../../contact-acts";

/** The way to its mail, and its end. */
export function ContactActions({ contact }: { contact: Contact }) {
  const { t } = useTranslation("audiences");
  const navigate = useNavigate();
  const may = useMay("developer");
  const remove = useRemoveContact(contact, () => void navigate({ to: "/contacts" }));
  const { email } = contact;
  const ask = () =>
    confirm(
      {
        title: t("remove.title", { email }),
        children: t("remove.lead"),
        confirm: t("remove.action"),
        dangerous: true,
      },
      () => remove.mutate(),
    );
  return (
    <>
      <LinkButton
        variant="default"
        leftSection={<Mail size={14} />}
        to="/emails"
        search={{ recipient: email }}
      >
        {t("emails")}
      </LinkButton>
      {may && (
        <Button variant="default" leftSection={<Trash2 size={14} />} loading={remove.isPending} onClick={ask}>
          {t("remove.action")}
        </Button>
      )}
    </>
  );
}
