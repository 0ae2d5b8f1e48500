import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { AddBlock } from "./add-block";
import classes from "./blocks.module.css";
import { BlockCard, type Move } from "./card";
import { changed, keyOf } from "./keys";
import type { Block, Kind } from "./model";
import { newBlock } from "./new-block";
import { usePlace } from "./place";

interface Props<One extends Block> {
  label: string;
  items: One[];
  /** What may be added. */
  kinds: readonly Kind[];
  change(items: Block[]): void;
}

/** Blocks below each other, and how to add one. */
export function BlockList<One extends Block>({ label, items, kinds, change }: Props<One>) {
  const { t } = useTranslation("writing");
  const { readOnly, tell } = usePlace();
  const list = useRef<HTMLDivElement>(null);
  const focus = useFocus(list);
  const add = (kind: Kind) => {
    const made = newBlock(kind);
    // What is added to a mail that has a foot stands above it.
    const foot = kind !== "footer" && items.at(-1)?.type === "footer" ? items.length - 1 : items.length;
    change([...items.slice(0, foot), made, ...items.slice(foot)]);
    focus({ key: keyOf(made), part: "field" });
  };
  const move = (at: number, act: Move) => {
    const block = items[at];
    if (!block) return;
    if (act === "remove") {
      change(items.filter((one) => one !== block));
      const next = items[at + 1] ?? items[at - 1];
      focus(next ? { key: keyOf(next), part: "remove" } : { part: "add" });
      tell(t("block.removed", { kind: t(`block.kind.${block.type}`) }));
      return;
    }
    if (act === "copy") {
      const copy = structuredClone<Block>(block);
      change(items.flatMap<Block>((one) => (one === block ? [one, copy] : [one])));
      focus({ key: keyOf(copy), part: "field" });
      return;
    }
    const to = at + (act === "up" ? -1 : 1);
    const others = items.filter((one) => one !== block);
    change([...others.slice(0, to), block, ...others.slice(to)]);
    focus({ key: keyOf(block), part: act });
    tell(t("block.moved", { place: to + 1, count: items.length }));
  };
  return (
    <div ref={list} className={classes.list}>
      {items.length > 0 && (
        <ol className={classes.blocks} aria-label={label}>
          {items.map((block, at) => (
            <BlockCard
              key={keyOf(block)}
              block={block}
              at={at}
              count={items.length}
              change={(next) => change(items.map((one) => (one === block ? changed(block, next) : one)))}
              act={(act) => move(at, act)}
            />
          ))}
        </ol>
      )}
      {!readOnly && <AddBlock kinds={kinds} add={add} />}
    </div>
  );
}

interface Target {
  key?: string;
  part: Move | "field" | "add";
}

/** Puts the focus where somebody goes on once the list has changed. */
function useFocus(list: { current: HTMLElement | null }): (target: Target) => void {
  const [target, setTarget] = useState<Target>();
  useEffect(() => {
    if (!target) return;
    const card = target.key === undefined ? list.current : cardOf(list.current, target.key);
    const found = target.part === "field" ? firstField(card) : actOf(card, target.part);
    // Where it is at an end the other way is left.
    (found ?? actOf(card, target.part === "up" ? "down" : "up"))?.focus();
  }, [target, list]);
  return setTarget;
}

function cardOf(list: HTMLElement | null, key: string): HTMLElement | null {
  return list?.querySelector(`[data-block="${key}"]`) ?? null;
}

function actOf(card: HTMLElement | null, part: string): HTMLElement | null {
  return card?.querySelector(`[data-act="${part}"]:not(:disabled)`) ?? null;
}

function firstField(card: HTMLElement | null): HTMLElement | null {
  return (
    card?.querySelector<HTMLElement>('[contenteditable="true"], input, [data-first]') ?? actOf(card, "remove")
  );
}
