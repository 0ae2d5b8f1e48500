import type { MantineColorScheme, MantineColorSchemeManager } from "@mantine/core";

const COOKIE = "sendex-theme";
const YEAR_SECONDS = 31_536_000;

/**
 * Keeps light, dark or auto in a cookie, not in the browser's storage: the API reads it and answers with a page that has
 * the right colours from its first moment, without a script in the page.
 */
export const colorSchemeManager: MantineColorSchemeManager = {
  get: (otherwise) => kept() ?? otherwise,
  set: (scheme) => write(`${scheme}; Max-Age=${YEAR_SECONDS}`),
  clear: () => write("; Max-Age=0"),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
};

function kept(): MantineColorScheme | undefined {
  const value = new RegExp(`(?:^|; )${COOKIE}=(light|dark|auto)(?:;|$)`).exec(document.cookie)?.[1];
  return value === "light" || value === "dark" || value === "auto" ? value : undefined;
}

function write(value: string): void {
  document.cookie = `${COOKIE}=${value}; Path=/; SameSite=Lax`;
}
