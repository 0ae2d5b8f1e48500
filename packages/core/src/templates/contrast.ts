/** How well a text can be told from what it stands on. Source: WCAG 2.2, 1.4.3 and "relative luminance". */

/** For text of usual size. */
export const MIN_CONTRAST = 4.5;

/** From 1 (none) to 21; colours as `#rrggbb`. */
export function contrastOf(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Black or white, whichever can be told better. */
export function readableOn(color: string): string {
  return contrastOf("#ffffff", color) >= contrastOf("#000000", color) ? "#ffffff" : "#000000";
}

/** The colour itself, or the lightest step towards white that can be told from the dark it stands on. */
export function lightenedOn(color: string, dark: string): string {
  for (let share = 0; share < 1; share += 0.1) {
    const mixed = mixedWithWhite(color, share);
    if (contrastOf(mixed, dark) >= MIN_CONTRAST) return mixed;
  }
  return "#ffffff";
}

function mixedWithWhite(color: string, share: number): string {
  const parts = channels(color).map((value) => Math.round(value + (255 - value) * share));
  return `#${parts.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
