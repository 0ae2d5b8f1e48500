/** In pixels: room for the numbers of the lines, the whole height, and where the axis lies. */
export const LEFT_PX = 44;
export const HEIGHT_PX = 220;
export const FLOOR_PX = HEIGHT_PX - 26;
const TOP_PX = 10;

/** Where things are in a chart of so many places, each as wide as the others. */
export interface Geometry {
  /** The width of a place. */
  slot: number;
  /** The left edge of a place. */
  leftOf(index: number): number;
  /** How far a value is above the axis. */
  highOf(value: number): number;
}

/** @param ticks of `ticksOf`: the highest line is at the top */
export function geometryOf(count: number, width: number, ticks: readonly number[]): Geometry {
  const slot = (width - LEFT_PX) / Math.max(1, count);
  const unit = (FLOOR_PX - TOP_PX) / (ticks.at(-1) ?? 1);
  return { slot, leftOf: (index) => LEFT_PX + slot * index, highOf: (value) => value * unit };
}
