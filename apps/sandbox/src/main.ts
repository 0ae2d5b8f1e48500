import { log } from "./log";
import { readSettings, SettingsError } from "./settings";
import { startSandbox } from "./start";

async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  const sandbox = await startSandbox(readSettings(environment));
  const { url, adminUrl, dnsPort, trustRootPath: trustRoot, topicArn } = sandbox;
  log("info", "ready", { url, adminUrl, dnsPort, trustRoot, topicArn });
  let ending = false;
  const end = (reason: string): void => {
    if (ending) return;
    ending = true;
    log("info", "ending", { reason });
    sandbox.close().then(() => process.exit(0), fail);
  };
  process.on("SIGTERM", () => end("SIGTERM"));
  process.on("SIGINT", () => end("SIGINT"));
  if (environment["SENDEX_PARENT_PIPE"] === "1") {
    process.stdin
      .resume()
      .on("end", () => end("parent gone"))
      .on("close", () => end("parent gone"));
  }
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  log("error", error instanceof SettingsError ? "bad settings" : "failed", { error: message });
  process.exit(1);
}

// The sandbox is started without packages/boot: its environment enters here, and nowhere else.
main(process.env).catch(fail);
