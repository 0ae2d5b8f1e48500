import { openChannel } from "../../ui/later/channel";

export const META = /mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘" : "Ctrl";

export const palette = openChannel<"open">();
export const sheet = openChannel<"open">();

export function openPalette(): void {
  palette.tell("open");
}

export function openShortcuts(): void {
  sheet.tell("open");
}
