import { lazy, Suspense } from "react";
import { BlockSkeleton } from "../../feedback/skeletons";
import type { EditorProps } from "./editor";
import classes from "./blocks.module.css";

const BlockEditor = lazy(async () => ({ default: (await import("./editor")).BlockEditor }));

/** A mail as blocks in an editor; the editor is loaded when it is first shown. */
export function BlocksPart(props: EditorProps) {
  return (
    <Suspense
      fallback={
        <div className={classes.waiting}>
          <BlockSkeleton lines={8} />
        </div>
      }
    >
      <BlockEditor {...props} />
    </Suspense>
  );
}
