import express from "express";
import { serveParent } from "../rig/serve-parent";
import { listen } from "./listen";
import { openFloorQueue } from "./queue";

/** Express and one BullMQ add for each request. It checks nothing and stores nothing. */
serveParent({
  open: async (config) => {
    const { redisUrl, queue: name } = config as { redisUrl: string; queue: string };
    const queue = openFloorQueue(redisUrl, name);
    await queue.waitUntilReady();
    const app = express();
    app.disable("x-powered-by");
    app.use(express.json());
    app.post("/emails", async (request, response) => {
      const { id } = await queue.add("send", request.body);
      response.status(202).json({ id });
    });
    return { port: await listen(app) };
  },
});
