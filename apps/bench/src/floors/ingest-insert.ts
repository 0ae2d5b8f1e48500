import { readFileSync } from "node:fs";
import express from "express";
import { Pool } from "pg";
import { openSns } from "@sendex/outside/sns";
import { serveParent } from "../rig/serve-parent";
import { listen } from "./listen";

export interface IngestFloor {
  databaseUrl: string;
  table: string;
  connections: number;
  /** What the signatures are checked against; see rig.ts. */
  trustRoot: string;
  topicArn: string;
  origin: string;
}

/** Express, the product's own check of the signature, and one prepared INSERT for each notification. It reads none. */
serveParent({
  open: async (config) => {
    const { databaseUrl, table, connections, trustRoot, topicArn, origin } = config as IngestFloor;
    const certificatePem = readFileSync(trustRoot, "utf8");
    const sns = openSns({ topicArns: [], sandbox: { topicArn, certificatePem, origin } });
    const pool = new Pool({ connectionString: databaseUrl, max: connections });
    await pool.query(`CREATE TABLE IF NOT EXISTS ${table} (id text PRIMARY KEY, topic_arn text, body text,
      published_at timestamptz, received_at timestamptz DEFAULT now())`);
    const text = `INSERT INTO ${table} (id, topic_arn, body, published_at) VALUES ($1, $2, $3, $4)`;
    const app = express();
    app.disable("x-powered-by");
    app.use(express.text({ type: () => true, limit: "1mb" }));
    app.post("/notifications", async (request, response) => {
      const checked = await sns.verify(String(request.body));
      if (!checked.ok) return void response.status(403).json({ why: checked.why });
      const { messageId, topicArn: topic, message, timestamp } = checked.message;
      await pool.query({ name: "insert", text, values: [messageId, topic, message, timestamp] });
      response.status(200).json({ status: "ok" });
    });
    return { port: await listen(app) };
  },
});
