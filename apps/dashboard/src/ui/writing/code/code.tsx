import { lazy, Suspense } from "react";
import { BlockSkeleton } from "../../feedback/skeletons";
import classes from "./code.module.css";
import type { EditorProps } from "./editor";

const CodeEditor = lazy(async () => ({ default: (await import("./editor")).CodeEditor }));

/** A text in an editor; the editor is loaded when it is first shown. Another language wants another `key`. */
export function Code(props: EditorProps) {
  return (
    <Suspense
      fallback={
        <div className={classes.waiting}>
          <BlockSkeleton lines={8} />
        </div>
      }
    >
      <CodeEditor {...props} />
    </Suspense>
  );
}
