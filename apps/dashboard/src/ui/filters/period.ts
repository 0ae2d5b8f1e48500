/** Days in the viewer's zone, both included: `2026-03-05`. */
export interface Period {
  from?: string;
  to?: string;
}

export const PRESETS = ["today", "yesterday", "week", "month"] as const;
export type Preset = (typeof PRESETS)[number];

/** How many days before today each begins and ends. */
const DAYS: Record<Preset, [from: number, to: number]> = {
  today: [0, 0],
  yesterday: [1, 1],
  week: [6, 0],
  month: [29, 0],
};

export function presetPeriod(preset: Preset, today: Date): Period {
  const [from, to] = DAYS[preset];
  return { from: dayBefore(today, from), to: dayBefore(today, to) };
}

/** The preset that these days are, if they are one. */
export function presetOf({ from, to }: Period, today: Date): Preset | undefined {
  return PRESETS.find((preset) => {
    const days = presetPeriod(preset, today);
    return days.from === from && days.to === to;
  });
}

/** As lists of the API take them: the days become moments. */
export function momentsOf({ from, to }: Period): { created_after?: string; created_before?: string } {
  return {
    ...(from !== undefined && { created_after: startOf(from, 0) }),
    ...(to !== undefined && { created_before: startOf(to, 1) }),
  };
}

/** The first moment of a day, or of a later one, in the viewer's zone. */
function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

function dayBefore(today: Date, days: number): string {
  const date = new Date(today.getFullYear(), today.getMonth(), today.getDate() - days);
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
