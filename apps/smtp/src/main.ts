import { hostname } from "node:os";
import { runProcess } from "@sendex/boot/process";
import { ready } from "@sendex/pipeline/ledger/ready";
import { openSmtp } from "./server";

/** The SMTP process: programs hand mail over, which is accepted as the API accepts it. Any number may run. */
runProcess({
  name: "smtp",
  role: "smtp",
  async start({ context, settings, log }) {
    const { host, smtp, publicUrl } = settings;
    const { hostname: ours } = new URL(publicUrl);
    const server = await openSmtp(context, log, {
      ...smtp,
      host,
      name: ours === "localhost" ? hostname() : ours,
    });
    log.info({ port: server.port, tlsPort: server.tlsPort }, "listening");
    return {
      close: (timeoutMs) => server.close(timeoutMs),
      ready: () => ready(context),
    };
  },
});
