/** What a browser says it is, as far as a person would know it by name. Later words would match earlier browsers, too. */
const BROWSERS: [name: string, sign: RegExp][] = [
  ["Edge", /\bEdg(?:A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ["Safari", /\bVersion\/[\d.]+.*Safari\//],
  ["curl", /^curl\//],
];
const SYSTEMS: [name: string, sign: RegExp][] = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["macOS", /\bMac OS X\b/],
  ["Linux", /\bLinux\b/],
];

export interface Device {
  browser?: string;
  system?: string;
  handheld: boolean;
}

/** @param userAgent as it was sent: anybody may write anything there */
export function deviceOf(userAgent: string | null): Device {
  const named = (names: [string, RegExp][]) => names.find(([, sign]) => sign.test(userAgent ?? ""))?.[0];
  const [browser, system] = [named(BROWSERS), named(SYSTEMS)];
  return {
    ...(browser && { browser }),
    ...(system && { system }),
    handheld: system === "iPhone" || system === "iPad" || system === "Android",
  };
}
