/** Tables of shares with their intervals. */

/** 95 %. */
const Z = 1.96;

/** Wilson's score interval of `part` in `whole`: → [low, high]. */
function wilson(part, whole) {
  if (whole === 0) return [0, 1];
  const p = part / whole;
  const shift = (Z * Z) / (2 * whole);
  const spread = Z * Math.sqrt((p * (1 - p)) / whole + (Z * Z) / (4 * whole * whole));
  const scale = 1 + (Z * Z) / whole;
  return [Math.max(0, (p + shift - spread) / scale), Math.min(1, (p + shift + spread) / scale)];
}

/** `12.3 % [10.0–15.1] of 340`; a dash where there is nothing. */
export function share(part, whole) {
  if (whole === 0) return "–";
  const [low, high] = wilson(part, whole);
  return `${percent(part / whole)} [${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)}] of ${whole}`;
}

export function percent(value) {
  return `${(100 * value).toFixed(1)} %`;
}

export function printTable(title, heads, rows) {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at].length)));
  const line = (cells) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at]))
      .join("  ")
      .trimEnd();
  process.stdout.write(`\n${title}\n${[heads, ...rows].map(line).join("\n")}\n`);
}
