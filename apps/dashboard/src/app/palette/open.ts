import { useEffect } from "react";

const PALETTE = "sendex:palette";
const SHORTCUTS = "sendex:shortcuts";

export const META = /mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘" : "Ctrl";

export function openPalette(): void {
  document.dispatchEvent(new Event(PALETTE));
}

export function openShortcuts(): void {
  document.dispatchEvent(new Event(SHORTCUTS));
}

export function useAskedForPalette(open: () => void): void {
  useEvent(PALETTE, open);
}

export function useAskedForShortcuts(open: () => void): void {
  useEvent(SHORTCUTS, open);
}

function useEvent(name: string, heard: () => void): void {
  useEffect(() => {
    document.addEventListener(name, heard);
    return () => document.removeEventListener(name, heard);
  }, [name, heard]);
}
