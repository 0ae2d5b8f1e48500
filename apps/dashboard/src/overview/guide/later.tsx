import { lazy, Suspense } from "react";
import { OverviewSkeleton } from "../parts/skeleton";

const Loaded = lazy(async () => ({ default: (await import("./guide")).Guide }));

/** The guide, whose code is loaded only where it is shown. */
export function Guide({ leave }: { leave: () => void }) {
  return (
    <Suspense fallback={<OverviewSkeleton />}>
      <Loaded leave={leave} />
    </Suspense>
  );
}
