import type { Topic } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { useRemoveTopic } from "../../topic-acts";
import { RowMenu } from "../row-menu";

export function TopicMenu({ topic, edit }: { topic: Topic; edit: (id: string) => void }) {
  const { t } = useTranslation("audiences");
  const remove = useRemoveTopic(topic);
  return (
    <RowMenu
      name={topic.name}
      change={t("topics.edit")}
      onChange={() => edit(topic.id)}
      lead={t("topics.removeLead")}
      pending={remove.isPending}
      onRemove={() => remove.mutate()}
    />
  );
}
