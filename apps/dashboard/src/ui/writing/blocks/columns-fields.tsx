import { useTranslation } from "react-i18next";
import { BlockList } from "./block-list";
import classes from "./blocks.module.css";
import { type Block, type ColumnsBlock, KINDS, type SimpleBlock } from "./model";

const INSIDE = KINDS.filter((kind) => kind !== "columns" && kind !== "footer");

/** Two lists beside each other; a column holds no columns. */
export function ColumnsFields({
  block,
  change,
}: {
  block: ColumnsBlock;
  change: (block: ColumnsBlock) => void;
}) {
  const { t } = useTranslation("writing");
  const put = (at: number, items: Block[]) => {
    const simple = items.filter((one): one is SimpleBlock => one.type !== "columns");
    change({ ...block, columns: block.columns.map((column, i) => (i === at ? simple : column)) });
  };
  return (
    <div className={classes.columns}>
      {block.columns.map((items, at) => (
        <BlockList
          // A column is its place: there are always two.
          key={at === 0 ? "left" : "right"}
          label={at === 0 ? t("block.columnLeft") : t("block.columnRight")}
          items={items}
          kinds={INSIDE}
          change={(next) => put(at, next)}
        />
      ))}
    </div>
  );
}
