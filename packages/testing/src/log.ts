import type { Log } from "@sendex/core/ports";

export const silentLog: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
function ignore(): void {}
