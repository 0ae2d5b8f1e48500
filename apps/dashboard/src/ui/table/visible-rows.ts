import { useWindowVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState, type RefObject } from "react";

/** As data-table.module.css makes rows of one line, which then need no second layout; on a phone, cards of two. */
const ROW_PX = 44;
const CARD_PX = 66;
const PHONE = "(max-width: 48em)";
const OVERSCAN = 12;

interface VisibleRows {
  ref: RefObject<HTMLTableElement | null>;
  items: VirtualItem[];
  /** Pixels of the rows that are not in the document. */
  before: number;
  after: number;
  measure(element: HTMLTableRowElement | null): void;
}

/** Which of `count` rows are in the document while the page scrolls. */
export function useVisibleRows(count: number): VisibleRows {
  const ref = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState(0);
  // What stands above the table may grow or vanish.
  useLayoutEffect(() => {
    const now = ref.current ? ref.current.getBoundingClientRect().top + globalThis.scrollY : 0;
    setTop((last) => (Math.abs(last - now) > 1 ? now : last));
  }, [count]);
  // Asked for each of the rows: not to be looked up there.
  const rowPx = globalThis.matchMedia(PHONE).matches ? CARD_PX : ROW_PX;
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    scrollMargin: top,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1);
  return {
    ref,
    items,
    before: (items[0]?.start ?? top) - top,
    after: virtualizer.getTotalSize() - ((last?.end ?? top) - top),
    measure: virtualizer.measureElement,
  };
}
