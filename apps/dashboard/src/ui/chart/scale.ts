/** Round numbers for the lines of a chart, from 0 up to at least `most`; whole ones, as mail is counted, unless parts are asked for. */
export function ticksOf(most: number, { parts = false, lines = 4 } = {}): number[] {
  const least = parts ? LEAST_PART : 1;
  const rough = Math.max(least, most > 0 ? most / lines : 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const fits = (step: number) => step >= rough && (parts || Number.isInteger(step));
  const step = Math.max(
    least,
    [1, 2, 2.5, 5, 10].map((part) => rounded(part * power)).find(fits) ?? power * 10,
  );
  const count = Math.max(1, Math.ceil(rounded(most / step)));
  return Array.from({ length: count + 1 }, (_, line) => rounded(line * step));
}

/** A hundredth, as the API's rates have it. */
const LEAST_PART = 0.01;

/** Without what binary fractions leave at the far end: 0.30000000000000004. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** Which of so many labels are shown so that each has `room` pixels, the last one always. */
export function everyNth(count: number, width: number, room: number): number {
  return Math.max(1, Math.ceil((count * room) / Math.max(1, width)));
}
