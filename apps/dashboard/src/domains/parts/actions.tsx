import { Button } from "@mantine/core";
import { RotateCw, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { confirm } from "../../ui/feedback/confirm";
import { useCheckDomain, useDeleteDomain } from "../acts";
import type { Domain } from "../queries";

export function DomainActions({ domain }: { domain: Domain }) {
  const { t } = useTranslation("domains");
  const { name, status } = domain;
  const check = useCheckDomain(domain.id);
  const remove = useDeleteDomain(domain);
  const ask = () =>
    confirm(
      {
        title: t("delete.title", { name }),
        children: t(status === "verified" ? "delete.leadVerified" : "delete.lead"),
        confirm: t("delete.action"),
        dangerous: true,
      },
      () => remove.mutate(),
    );
  return (
    <>
      <Button variant="default" leftSection={<Trash2 size={14} />} loading={remove.isPending} onClick={ask}>
        {t("delete.action")}
      </Button>
      <Button
        {...(status === "verified" && { variant: "default" })}
        leftSection={<RotateCw size={14} />}
        loading={check.isPending}
        onClick={() => check.mutate()}
      >
        {t(status === "failed" ? "check.again" : "check.action")}
      </Button>
    </>
  );
}
