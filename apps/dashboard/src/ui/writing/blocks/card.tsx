import { ActionIcon } from "@mantine/core";
import { ArrowDown, ArrowUp, Copy, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ICONS } from "./add-block";
import classes from "./blocks.module.css";
import { Fields } from "./fields";
import { keyOf } from "./keys";
import type { Block } from "./model";
import { usePlace } from "./place";

export type Move = "up" | "down" | "copy" | "remove";

interface Props {
  block: Block;
  /** From 0. */
  at: number;
  count: number;
  change(block: Block): void;
  act(move: Move): void;
}

const MOVES = { up: ArrowUp, down: ArrowDown, copy: Copy, remove: Trash2 } as const;

/** One block: what it is, what can be done with it, and its fields. */
export function BlockCard({ block, at, count, change, act }: Props) {
  const { t } = useTranslation("writing");
  const { readOnly, Columns } = usePlace();
  const kind = t(`block.kind.${block.type}`);
  const Icon = ICONS[block.type];
  const off: Partial<Record<Move, boolean>> = { up: at === 0, down: at === count - 1 };
  return (
    <li className={classes.card} data-block={keyOf(block)}>
      <div className={classes.head}>
        <span className={classes.kind}>
          <Icon size={14} aria-hidden /> {kind}
        </span>
        {!readOnly && (
          <span className={classes.acts}>
            {Object.entries(MOVES).map(([move, MoveIcon]) => (
              <ActionIcon
                key={move}
                variant="subtle"
                color="gray"
                size="sm"
                data-act={move}
                disabled={off[move as Move] ?? false}
                aria-label={t(`block.act.${move as Move}`, { kind, place: at + 1 })}
                onClick={() => act(move as Move)}
              >
                <MoveIcon size={14} aria-hidden />
              </ActionIcon>
            ))}
          </span>
        )}
      </div>
      {block.type === "columns" ? (
        <Columns block={block} change={change} />
      ) : (
        <Fields block={block} change={change} />
      )}
    </li>
  );
}
