import { randomUUID } from "node:crypto";
import express from "express";
import { Pool } from "pg";
import { serveParent } from "../rig/serve-parent";
import type { SampleMail } from "../mails/sample-mail";
import { listen } from "./listen";
import { openFloorQueue } from "./queue";

interface Config {
  databaseUrl: string;
  redisUrl: string;
  queue: string;
  table: string;
  connections: number;
}

/** Express, one prepared INSERT (a commit of its own) and one BullMQ add for each request. It checks nothing. */
serveParent({
  open: async (config) => {
    const { databaseUrl, redisUrl, queue: name, table, connections } = config as Config;
    const pool = new Pool({ connectionString: databaseUrl, max: connections });
    await pool.query(`CREATE TABLE IF NOT EXISTS ${table} (id uuid PRIMARY KEY, sender text, recipient text,
      subject text, body text, html text, status text, created_at timestamptz DEFAULT now())`);
    const text = `INSERT INTO ${table} (id, sender, recipient, subject, body, html, status) VALUES ($1, $2, $3, $4, $5, $6, 'queued')`;
    const queue = openFloorQueue(redisUrl, name);
    await queue.waitUntilReady();
    const app = express();
    app.disable("x-powered-by");
    app.use(express.json());
    app.post("/emails", async (request, response) => {
      const mail = request.body as SampleMail;
      const id = randomUUID();
      const values = [id, mail.from, mail.to, mail.subject, mail.text, mail.html];
      await pool.query({ name: "insert", text, values });
      await queue.add("send", { id });
      response.status(202).json({ id });
    });
    return { port: await listen(app) };
  },
});
