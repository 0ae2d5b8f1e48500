import { Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useCurrent } from "../../session/current";
import { CodeBlock } from "../../ui/text/code-block";
import { SecretOnce } from "../../ui/text/secret-once";
import type { MadeKey as Made } from "../new-key";
import { scopesQuery } from "../queries";
import { curlOf } from "../snippet";

/** The token and the first mail to send with it. */
export function MadeKey({ made, done }: { made: Made; done: () => void }) {
  const { t } = useTranslation("access");
  const { user } = useCurrent();
  const { data: scopes = [] } = useQuery(scopesQuery(useApi()));
  const { token, domains, mode } = made;
  const domain = scopes.find(
    ({ name, verified }) => verified && (domains.length === 0 || domains.includes(name)),
  );
  const code = curlOf({ origin: location.origin, token, domain: domain?.name, to: user.email });
  return (
    <Stack gap="md">
      <SecretOnce secret={token} label={made.name} />
      <div>
        <Text size="sm" fw={500} mb={6}>
          {t("made.try")}
        </Text>
        <CodeBlock code={code} what={t("made.copyCurl")} />
        <Text size="sm" c="dimmed" mt={6}>
          {t(`made.${mode}`)}
        </Text>
      </div>
      <Group justify="flex-end">
        <Button onClick={done}>{t("made.done")}</Button>
      </Group>
    </Stack>
  );
}
