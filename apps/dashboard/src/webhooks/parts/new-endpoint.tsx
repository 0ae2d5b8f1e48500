import { Button, Group, Stack, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SecretOnce } from "../../ui/text/secret-once";
import { useCreateWebhook } from "../acts";
import { EndpointForm } from "./endpoint-form";
import { Snippets } from "./snippets";
import { Dialog } from "../../ui/dialog/dialog";

interface Props {
  opened: boolean;
  close: () => void;
}

/** The form, then the signing secret. While that is shown, only its button closes the window: it is shown this one time. */
export function NewEndpoint({ opened, close }: Props) {
  const { t } = useTranslation("webhooks");
  const navigate = useNavigate();
  const create = useCreateWebhook();
  const made = create.data;
  const leave = () => {
    close();
    create.reset();
  };
  return (
    <Dialog
      opened={opened}
      onClose={leave}
      title={t(made ? "made.title" : "new.title")}
      size="lg"
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      withCloseButton={!made}
    >
      {made ? (
        <Stack gap="md">
          <SecretOnce secret={made.signing_secret} label={t("secret")} />
          <div>
            <Text size="sm" fw={500} mb={6}>
              {t("verify.title")}
            </Text>
            <Snippets />
          </div>
          <Group justify="flex-end">
            <Button onClick={() => void navigate({ to: "/webhooks/$id", params: { id: made.id } })}>
              {t("made.done")}
            </Button>
          </Group>
        </Stack>
      ) : (
        <EndpointForm
          submit={({ endpoint, events }) => create.mutate({ endpoint, ...(events && { events }) })}
          error={create.error}
          pending={create.isPending}
          verb={t("new.action")}
        />
      )}
    </Dialog>
  );
}
