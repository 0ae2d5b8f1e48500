import { Button, Group, Stack, TagsInput, Text } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../../api/problem";
import { useCurrent } from "../../../session/current";
import { Dialog } from "../../../ui/dialog/dialog";
import { TextLink } from "../../../ui/page/link-button";
import { useTestBroadcast } from "../../broadcast-acts";
import type { BroadcastEditing } from "../../use-broadcast-editing";

interface Props {
  editing: BroadcastEditing;
  opened: boolean;
  close: () => void;
}

/** As docs/audiences.md has it. */
const MOST_ADDRESSES = 5;

/** Sends what stands in the editor to a few addresses, with the values of the contact who is previewed. */
export function TestMail({ editing, opened, close }: Props) {
  const { t } = useTranslation("broadcasts");
  const { user, mode } = useCurrent();
  const { contact, variant } = useSearch({ from: "/shell/broadcasts/$id" });
  const [to, setTo] = useState([user.email]);
  const test = useTestBroadcast(editing.broadcast.id);
  const send = async () => {
    // The API sends what is stored.
    if (await editing.save())
      test.mutate({ to, contact, variant: editing.draft.subject_test ? variant : undefined });
  };
  const refused = test.error && asProblem(test.error);
  const reasons = refused && [refused.message, ...refused.fields.map(({ message }) => message)];
  return (
    <Dialog opened={opened} onClose={close} title={t("test.title")} onExitTransitionEnd={() => test.reset()}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="md">
          <TagsInput
            label={t("test.to")}
            description={mode === "test" ? t("test.inTest") : t("test.inLive")}
            value={to}
            onChange={setTo}
            maxTags={MOST_ADDRESSES}
            splitChars={[",", ";", " "]}
            acceptValueOnBlur
            // It has nothing to suggest; open and empty, its list would take the first Escape for itself.
            dropdownOpened={false}
            error={reasons && [...new Set(reasons)].join(" ")}
            data-autofocus
          />
          <Text size="sm">{contact === undefined ? t("test.sample") : t("test.asContact", { contact })}</Text>
          {test.data !== undefined && (
            <Text size="sm" role="status">
              {t("test.done")}{" "}
              <TextLink to="/emails/$id" params={{ id: test.data }}>
                {t("test.follow")}
              </TextLink>
            </Text>
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={test.isPending || editing.saving} disabled={to.length === 0}>
              {editing.dirty ? t("test.saveAndSend") : t("test.send")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
