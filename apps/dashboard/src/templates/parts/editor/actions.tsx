import { ActionIcon, Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { Copy, Ellipsis, History, PencilLine, Rocket, Save, Send, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../session/current";
import { confirm } from "../../../ui/feedback/confirm";
import { laterDialog } from "../../../ui/later/later-dialog";
import { LinkButton } from "../../../ui/page/link-button";
import { useDelete, useDuplicate, usePublish } from "../../acts";
import type { Editing } from "../../use-editing";
import { askToDelete } from "../ask-to-delete";

const Naming = laterDialog(() => import("./naming"), "Naming");
const TestMail = laterDialog(() => import("./test-mail"), "TestMail");

/** What can be done with the template as it stands; publishing last. */
export function EditorActions({ editing }: { editing: Editing }) {
  const { t } = useTranslation("templates");
  const may = useMay("developer");
  const { template, dirty, save, saving } = editing;
  const publish = usePublish(template.id);
  const [testing, test] = useDisclosure();
  const ask = () =>
    confirm(
      { title: t("publish.title"), children: t("publish.lead"), confirm: t("publish.action") },
      () => void save().then((stored) => stored && publish.mutate()),
    );
  return (
    <>
      <LinkButton
        variant="default"
        leftSection={<History size={14} />}
        to="/templates/$id/versions"
        params={{ id: template.id }}
      >
        {t("versions.action")}
      </LinkButton>
      {may && (
        <>
          <Button variant="default" leftSection={<Send size={14} />} onClick={test.open}>
            {t("test.action")}
          </Button>
          <Button
            variant="default"
            leftSection={<Save size={14} />}
            disabled={!dirty}
            loading={saving}
            onClick={() => void save()}
          >
            {t("save")}
          </Button>
          <Button
            leftSection={<Rocket size={14} />}
            disabled={!dirty && !template.has_unpublished_versions}
            loading={publish.isPending}
            onClick={ask}
          >
            {t("publish.action")}
          </Button>
          <More editing={editing} />
        </>
      )}
      <TestMail editing={editing} opened={testing} close={test.close} />
    </>
  );
}

function More({ editing: { template } }: { editing: Editing }) {
  const { t } = useTranslation("templates");
  const navigate = useNavigate();
  const duplicate = useDuplicate();
  const remove = useDelete(() => void navigate({ to: "/templates", ignoreBlocker: true }));
  const [naming, name] = useDisclosure();
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={t("more")}>
            <Ellipsis size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<PencilLine size={14} />} onClick={name.open}>
            {t("naming.action")}
          </Menu.Item>
          <Menu.Item leftSection={<Copy size={14} />} onClick={() => duplicate.mutate(template.id)}>
            {t("duplicate.action")}
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<Trash2 size={14} />}
            onClick={() => askToDelete(t, template.name, () => remove.mutate(template.id))}
          >
            {t("delete.action")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Naming template={template} opened={naming} close={name.close} />
    </>
  );
}
