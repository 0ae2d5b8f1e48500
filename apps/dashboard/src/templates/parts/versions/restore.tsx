import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { useMay } from "../../../session/current";
import { sayProblem, sayWithUndo } from "../../../ui/feedback/toast";
import { useSave } from "../../acts";
import { contentOf } from "../../draft";
import { versionQuery } from "../../queries";

interface Props {
  templateId: string;
  /** The one to take up again. */
  version: number;
  newest: number;
}

/** Puts an old version's content into the draft; what stood there can be put back. */
export function Restore({ templateId, version, newest }: Props) {
  const { t } = useTranslation("templates");
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const save = useSave(templateId);
  const read = async (number: number) =>
    contentOf(await queries.query({ ...versionQuery(api, templateId, number), staleTime: "static" }));
  const restore = async () => {
    try {
      const last = await queries.query({ ...versionQuery(api, templateId, newest), staleTime: 0 });
      await save.mutateAsync(await read(version));
      sayWithUndo(t("restore.done", { version }), () =>
        save.mutate(contentOf(last), { onError: sayProblem }),
      );
      void navigate({ to: "/templates/$id", params: { id: templateId } });
    } catch (failure) {
      sayProblem(failure);
    }
  };
  if (!useMay("developer")) return null;
  return (
    <Button
      variant="default"
      leftSection={<Undo2 size={14} />}
      loading={save.isPending}
      onClick={() => void restore()}
    >
      {t("restore.action", { version })}
    </Button>
  );
}
