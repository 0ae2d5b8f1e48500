import type { Image } from "@sendex/sdk/generated/api";
import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { type Api, useApi } from "../../../api/api";
import { answered } from "../../../api/client";
import { sayProblem } from "../../feedback/toast";

const PAGE_SIZE = 24;

/** Live and test mail share them. */
function imagesKey({ caller }: Api) {
  return [caller.accountId, "both", "images"] as const;
}

/** Newest first, page after page. */
export function imagesQuery(api: Api) {
  return infiniteQueryOptions({
    queryKey: imagesKey(api),
    queryFn({ pageParam, signal }) {
      const query = { limit: PAGE_SIZE, ...(pageParam !== undefined && { after: pageParam }) };
      return answered(api.client.GET("/api/v1/images", { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
  });
}

/** Uploads an image; a refusal is the dialog's to show. */
export function useUploadImage(onKept: (image: Image) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) =>
      answered(
        api.client.POST("/api/v1/images", { body: { file: file.name }, bodySerializer: () => formOf(file) }),
      ),
    onSuccess: onKept,
    onSettled: () => queries.invalidateQueries({ queryKey: imagesKey(api) }),
  });
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append("file", file);
  return form;
}

export function useRemoveImage() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      answered(api.client.DELETE("/api/v1/images/{id}", { params: { path: { id } } })),
    onError: sayProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: imagesKey(api) }),
  });
}
