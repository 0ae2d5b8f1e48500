import type { Sample, Side } from "./comparison";

/**
 * Runs the sides in turn, `rounds` times over, every other round backwards, so that what changes on the machine
 * meanwhile falls on all of them. Returns each side's samples in the order of rounds. The first rejection ends it.
 */
export async function interleave(
  sides: readonly Side[],
  rounds: number,
  say: (line: string) => void,
): Promise<Map<Side, Sample[]>> {
  const samples = new Map<Side, Sample[]>(sides.map((side) => [side, []]));
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? sides : sides.toReversed();
    for (const side of order) {
      const sample = await side.run();
      samples.get(side)?.push(sample);
      const figures = Object.entries(sample).map(([name, value]) => `${name} ${value.toPrecision(4)}`);
      say(`  round ${round + 1}/${rounds}  ${side.title}: ${figures.join(", ")}`);
    }
  }
  return samples;
}
