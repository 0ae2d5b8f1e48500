import { startPostgresProcess } from "../own-postgres";
import { DRILL, type Fault } from "../row";
import { inTrouble } from "./postgres-trouble";

/** Row 10's bound, in seconds. */
const RESTARTED_WITHIN = 15;
/** The matrix says no more than that the pool recovers; its own time-outs are below this. */
const POOL_WITHIN = 10;

export const postgresRestarted: Fault = {
  row: "10",
  fault: "PostgreSQL immediate restart mid-load",
  target: `503 + Retry-After, no false 202; ≤ ${RESTARTED_WITHIN} s`,
  messages: 1000,
  async run(messages) {
    const postgres = await startPostgresProcess();
    return inTrouble(postgres, messages, {
      recoversWithin: RESTARTED_WITHIN,
      outageSeconds: 0,
      strike: () => postgres.server.kill("SIGQUIT"),
      mend: () => postgres.server.start(),
    });
  },
};

export const postgresHangs: Fault = {
  row: "11",
  fault: "PostgreSQL hung",
  target: "bounded 503; pool recovers",
  messages: 1000,
  async run(messages, { outageSeconds } = DRILL) {
    const postgres = await startPostgresProcess();
    return inTrouble(postgres, messages, {
      recoversWithin: POOL_WITHIN,
      outageSeconds,
      strike: async () => postgres.server.freeze(),
      mend: async () => postgres.server.resume(),
    });
  },
};
