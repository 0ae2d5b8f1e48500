import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem } from "../ui/feedback/toast";
import { type Domain, domainQuery, domainsKey, type ListedDomain } from "./queries";

/** Shows the new domain's records; a refusal is the form's to show. */
export function useAddDomain() {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: { name: string; custom_return_path?: string }) =>
      answered(api.client.POST("/api/v1/domains", { body })),
    async onSuccess(domain) {
      queries.setQueryData(domainQuery(api, domain.id).queryKey, domain);
      await navigate({ to: "/domains/$id", params: { id: domain.id } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: domainsKey(api) }),
  });
}

/** Has DNS and SES asked now; where the domain had failed, it begins anew. */
export function useCheckDomain(id: string) {
  const { t } = useTranslation("domains");
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answered(api.client.POST("/api/v1/domains/{id}/verify", { params: { path: { id } } })),
    onSuccess(domain: Domain) {
      queries.setQueryData(domainQuery(api, id).queryKey, domain);
      say(t(`check.${domain.status}`));
    },
    onError: sayProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: domainsKey(api) }),
  });
}

export function useDeleteDomain({ id, name }: ListedDomain) {
  const { t } = useTranslation("domains");
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => answered(api.client.DELETE("/api/v1/domains/{id}", { params: { path: { id } } })),
    async onSuccess() {
      say(t("delete.done", { name }));
      await navigate({ to: "/domains" });
      queries.removeQueries({ queryKey: domainQuery(api, id).queryKey });
      await queries.invalidateQueries({ queryKey: domainsKey(api) });
    },
    onError: sayProblem,
  });
}
