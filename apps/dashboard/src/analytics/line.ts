/** A place on the page, in pixels; undefined where there is no value. */
export type Spot = { x: number; y: number } | undefined;

/** A line through the spots, with gaps where there are none. A spot between two gaps is a dot: a line of no length. */
export function lineThrough(spots: readonly Spot[]): string {
  return spots
    .map((spot, index) => {
      if (!spot) return "";
      const begins = !spots[index - 1];
      const alone = begins && !spots[index + 1];
      return `${begins ? "M" : "L"}${spot.x},${spot.y}${alone ? "h0" : ""}`;
    })
    .join("");
}

/** What lies between the line and the axis. */
export function areaBelow(spots: readonly Spot[], floor: number): string {
  return stretchesOf(spots)
    .map((stretch) => {
      const [first, last] = [stretch[0], stretch.at(-1)];
      return first && last ? `${lineThrough(stretch)}L${last.x},${floor}L${first.x},${floor}z` : "";
    })
    .join("");
}

/** The spots without gaps, one stretch after another. */
function stretchesOf(spots: readonly Spot[]): NonNullable<Spot>[][] {
  const stretches: NonNullable<Spot>[][] = [[]];
  for (const spot of spots) {
    if (spot) stretches.at(-1)?.push(spot);
    else stretches.push([]);
  }
  return stretches.filter(({ length }) => length > 1);
}
