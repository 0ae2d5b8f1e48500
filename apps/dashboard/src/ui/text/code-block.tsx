import { CopyButton } from "./copy";
import classes from "./code-block.module.css";

interface Props {
  code: string;
  /** What is copied, for those who hear it. */
  what?: string;
  /** Lines are wrapped instead of scrolled. */
  wrap?: boolean;
}

export function CodeBlock({ code, what, wrap }: Props) {
  return (
    <div className={classes.block}>
      <pre className={classes.code} data-wrap={wrap} tabIndex={0}>
        <code>{code}</code>
      </pre>
      <div className={classes.copy}>
        <CopyButton text={code} {...(what !== undefined && { what })} />
      </div>
    </div>
  );
}
