import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { BlockList } from "./block-list";
import classes from "./blocks.module.css";
import { ColorChoice } from "./color-choice";
import { ColumnsFields } from "./columns-fields";
import { type Blocks, isSame, KINDS } from "./model";
import { type Place, PlaceContext } from "./place";

export interface EditorProps {
  value: Blocks;
  change(value: Blocks): void;
  /** Names that words may hold: `{{ name }}`. */
  variables: readonly string[];
  readOnly?: boolean;
}

/** A mail as blocks below each other, each with its fields and what can be done with it, by mouse or by keys alone. */
export function BlockEditor({ value, change, variables, readOnly = false }: EditorProps) {
  const { t } = useTranslation("writing");
  const { items, ...more } = useSteady(value);
  const [told, tell] = useState("");
  const place = useMemo<Place>(
    () => ({ readOnly, variables, Columns: ColumnsFields, tell }),
    [readOnly, variables],
  );
  return (
    <PlaceContext value={place}>
      <div className={classes.editor}>
        <div className={classes.bar}>
          <ColorChoice
            colors={more.colors ?? {}}
            change={(colors) => change({ ...more, items, colors })}
            readOnly={readOnly}
          />
        </div>
        <BlockList
          label={t("block.list")}
          items={items}
          kinds={KINDS}
          change={(next) => change({ ...more, items: next })}
        />
        <div className="only-read-aloud" role="status">
          {told}
        </div>
      </div>
    </PlaceContext>
  );
}

/** The last one that differs: what comes back from the server as it was sent is no other mail, and nobody loses her place. */
function useSteady(value: Blocks): Blocks {
  const [kept, keep] = useState(value);
  if (kept === value || isSame(kept, value)) return kept;
  keep(value);
  return value;
}
