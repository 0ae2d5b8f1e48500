import type { Contact, ContactTopic, Segment } from "@sendex/sdk/generated/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem, sayWithUndo } from "../ui/feedback/toast";
import { type ContactChange, type NewContact, wordFor } from "./contact";
import { contactQuery } from "./queries";
import { useRefresh } from "./use-refresh";

const CREATED = 201;

/** Makes a contact, or changes the one of this address, and says which. A refusal is the form's to show. */
export function useAddContact(onAdded: () => void) {
  const { t } = useTranslation("audiences");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    async mutationFn(body: NewContact) {
      const asked = client.POST("/api/v1/contacts", { body });
      await answered(asked);
      return (await asked).response.status === CREATED;
    },
    onSuccess(fresh, { email }) {
      say(t(fresh ? "add.done" : "add.known", { email }));
      onAdded();
    },
    onSettled: refresh,
  });
}

/** Names and properties; a refusal is the form's to show. */
export function useChangeContact({ id }: Contact) {
  const { t } = useTranslation("audiences");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: ContactChange) =>
      answered(client.PATCH("/api/v1/contacts/{id}", { params: { path: { id } }, body })),
    onSuccess: () => say(t("saved")),
    onSettled: refresh,
  });
}

/** Leaves all mail that one can leave for the contact, or comes back; the first can be undone. */
export function useSubscribe({ id, email }: Contact) {
  const { t } = useTranslation("audiences");
  const { client } = useApi();
  const refresh = useRefresh();
  const act = useMutation({
    mutationFn: (unsubscribed: boolean) =>
      answered(client.PATCH("/api/v1/contacts/{id}", { params: { path: { id } }, body: { unsubscribed } })),
    onSuccess(_, unsubscribed) {
      if (unsubscribed) sayWithUndo(t("unsubscribe.done", { email }), () => act.mutate(false));
      else say(t("resubscribe.done", { email }));
    },
    onError: sayProblem,
    onSettled: refresh,
  });
  return act;
}

/** Chooses for the contact whether it gets a topic's mail. */
export function useChooseTopic({ id }: Contact) {
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn({ topic, gets }: { topic: ContactTopic; gets: boolean }) {
      const body = [{ id: topic.id, subscription: wordFor(gets) }];
      return answered(client.PATCH("/api/v1/contacts/{id}/topics", { params: { path: { id } }, body }));
    },
    onError: sayProblem,
    onSettled: refresh,
  });
}

/** Puts the contact in a segment, or takes it out. */
export function useMove({ id }: Contact) {
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    async mutationFn({ segment, into }: { segment: Pick<Segment, "id">; into: boolean }) {
      const params = { path: { id, part: segment.id } };
      const path = "/api/v1/contacts/{id}/segments/{part}";
      await (into ? answered(client.POST(path, { params })) : answered(client.DELETE(path, { params })));
    },
    onError: sayProblem,
    onSettled: refresh,
  });
}

/** @param onRemoved leaves its page, before that is asked for anew */
export function useRemoveContact({ id, email }: Contact, onRemoved: () => void) {
  const { t } = useTranslation("audiences");
  const api = useApi();
  const queries = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => answered(api.client.DELETE("/api/v1/contacts/{id}", { params: { path: { id } } })),
    onSuccess() {
      say(t("remove.done", { email }));
      onRemoved();
      queries.removeQueries({ queryKey: contactQuery(api, id).queryKey });
      void refresh();
    },
    onError: sayProblem,
  });
}
