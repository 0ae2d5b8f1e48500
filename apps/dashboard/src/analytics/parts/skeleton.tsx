import { Skeleton } from "@mantine/core";

/** Where the figures are about to stand. */
export function AnalyticsSkeleton() {
  return (
    <div aria-hidden>
      <Skeleton height={560} radius="md" mb={24} />
      <Skeleton height={240} radius="md" />
    </div>
  );
}
