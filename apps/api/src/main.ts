import { runProcess } from "@sendex/boot/process";
import { notificationsReady, ready } from "@sendex/pipeline/ledger/ready";
import { createApp } from "./http/app";
import { startServer } from "./http/server";

/** The API process: the public HTTP surface, and nothing that works in the background. */
runProcess({
  name: "api",
  role: "api",
  async start({ context, settings, log }) {
    const server = await startServer(createApp(context), settings);
    log.info({ url: server.url }, "listening");
    return {
      close: (timeoutMs) => {
        context.streams.close();
        return server.close(timeoutMs);
      },
      ready: async () => ({ ...(await ready(context)), ...notificationsReady(context) }),
    };
  },
});
