import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../page/page";
import { ErrorState } from "./error-state";
import { BlockSkeleton } from "./skeletons";

interface Props<Data> {
  of: UseQueryResult<Data>;
  /** While there is nothing yet. */
  skeleton?: ReactNode;
  /** Where the data make the whole page: what stands around while there are none. */
  frame?: { title: string; crumbs?: ReactNode };
  children(data: Data): ReactNode;
}

/** What a query brought: its data, where they will stand, or why there are none. Old data stay while new ones fail. */
export function Shown<Data>({
  of: { data, error, isPending, refetch },
  skeleton,
  frame,
  children,
}: Props<Data>) {
  if (data !== undefined) return <>{children(data)}</>;
  const instead = isPending ? (
    <Loading>{skeleton ?? <BlockSkeleton />}</Loading>
  ) : (
    <ErrorState error={error} retry={() => void refetch()} />
  );
  return frame ? <Page {...frame}>{instead}</Page> : instead;
}

function Loading({ children }: { children: ReactNode }) {
  const { t } = useTranslation("ui");
  return (
    <div aria-busy="true">
      <span className="only-read-aloud" role="status">
        {t("loading")}
      </span>
      {children}
    </div>
  );
}
