import { expect, test } from "@jest/globals";
import { configFolder } from "./folder";

test.each([
  ["linux", {}, "/home/ada", "/home/ada/.config/sendex"],
  ["linux", { XDG_CONFIG_HOME: "/etc/mine" }, "/home/ada", "/etc/mine/sendex"],
  ["linux", { XDG_CONFIG_HOME: "relative" }, "/home/ada", "/home/ada/.config/sendex"],
  ["darwin", { XDG_CONFIG_HOME: "/etc/mine" }, "/Users/ada", "/Users/ada/Library/Application Support/sendex"],
  ["win32", { APPDATA: "C:\\Data" }, "C:\\Users\\ada", "C:\\Data\\sendex"],
  ["win32", {}, "C:\\Users\\ada", "C:\\Users\\ada\\AppData\\Roaming\\sendex"],
] as const)("on %s with %j it is below %s", (platform, env, home, expected) => {
  expect(configFolder({ platform, env, home })).toBe(expected);
});
