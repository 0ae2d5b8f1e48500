import type { Form } from "@sendex/sdk/generated/api";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem } from "../ui/feedback/toast";
import type { NewForm } from "./form";
import { useRefresh } from "./use-refresh";

/** Makes a form, or changes the given one; a refusal is the dialog's to show. */
export function useWriteForm(form: Form | undefined, onWritten: (written: Form) => void) {
  const { t } = useTranslation("audiences");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn(body: NewForm): Promise<Form> {
      if (!form) return answered(client.POST("/api/v1/forms", { body }));
      return answered(client.PATCH("/api/v1/forms/{id}", { params: { path: { id: form.id } }, body }));
    },
    onSuccess(written, { name }) {
      say(form ? t("saved") : t("forms.made", { name }));
      onWritten(written);
    },
    onSettled: refresh,
  });
}

export function useRemoveForm({ id, name }: Form) {
  const { t } = useTranslation("audiences");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => answered(client.DELETE("/api/v1/forms/{id}", { params: { path: { id } } })),
    onSuccess: () => say(t("removed", { name })),
    onError: sayProblem,
    onSettled: refresh,
  });
}
