import { Button, Group, SegmentedControl, Stack, TextInput } from "@mantine/core";
import type { Webhook, WebhookEvent } from "@sendex/sdk/generated/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { isEventName } from "../groups";
import { EventFields } from "./event-fields";

interface Props {
  /** What is changed; absent, a new one. */
  webhook?: Webhook;
  /** Without events: all of them, those of later versions too. */
  submit(values: { endpoint: string; events?: WebhookEvent[] }): void;
  error: Error | null;
  pending: boolean;
  verb: string;
}

export function EndpointForm({ webhook, submit, error, pending, verb }: Props) {
  const { t } = useTranslation("webhooks");
  const [endpoint, setEndpoint] = useState(webhook?.endpoint ?? "");
  const [every, setEvery] = useState(!webhook);
  const [events, setEvents] = useState<string[]>(webhook?.events ?? []);
  const said = error && saidOf(error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit({ endpoint: endpoint.trim(), ...(!every && { events: events.filter(isEventName) }) });
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t("column.endpoint")}
          description={t("field.endpointHint")}
          placeholder="https://app.example.com/hooks/mail"
          type="url"
          required
          withAsterisk={false}
          data-autofocus
          value={endpoint}
          onChange={(event) => setEndpoint(event.currentTarget.value)}
          error={said?.endpoint}
        />
        {!webhook && (
          <SegmentedControl
            size="xs"
            aria-label={t("column.events")}
            value={every ? "every" : "some"}
            onChange={(value) => setEvery(value === "every")}
            data={(["every", "some"] as const).map((value) => ({ value, label: t(`choice.${value}`) }))}
          />
        )}
        {!every && <EventFields chosen={events} change={setEvents} error={said?.events} />}
        <Group justify="flex-end">
          <Button type="submit" loading={pending} disabled={!every && events.length === 0}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What the API said of each of the two fields; what it said of none stands at the first. */
function saidOf(error: Error): { endpoint?: string; events?: string } {
  const { fields, message } = asProblem(error);
  const about = (name: string) => fields.find(({ field }) => field.startsWith(name))?.message;
  const [endpoint, events] = [about("endpoint"), about("events")];
  if (endpoint === undefined && events === undefined) return { endpoint: message };
  return { ...(endpoint && { endpoint }), ...(events && { events }) };
}
