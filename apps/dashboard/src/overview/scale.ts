/** Round numbers for the lines of a chart, from 0 up to at least `most`; whole ones, as mail is counted. */
export function ticksOf(most: number, lines = 4): number[] {
  const rough = Math.max(1, most / lines);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 2.5, 5, 10].map((part) => part * power).find((each) => each >= rough && Number.isInteger(each)) ??
      power * 10,
  );
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, line) => line * step);
}

/** Which of so many labels are shown so that each has `room` pixels, the last one always. */
export function everyNth(count: number, width: number, room: number): number {
  return Math.max(1, Math.ceil((count * room) / Math.max(1, width)));
}
