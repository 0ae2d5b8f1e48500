import { Skeleton } from "@mantine/core";
import classes from "./judged.module.css";

/** Where the figures are about to stand. */
export function OverviewSkeleton() {
  return (
    <div aria-hidden>
      <Skeleton height={420} radius="md" mb={24} />
      <div className={classes.pair}>
        <Skeleton height={180} radius="md" />
        <Skeleton height={180} radius="md" />
      </div>
    </div>
  );
}
