/** The dark modules of a QR code as one SVG path, a bar for each run in a row. */
export function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows.map((row, y) => barsOf(row, y)).join("");
}

function barsOf(row: readonly boolean[], y: number): string {
  let bars = "";
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    const width = x - start + 1;
    bars += `M${start} ${y}h${width}v1h-${width}z`;
  }
  return bars;
}
