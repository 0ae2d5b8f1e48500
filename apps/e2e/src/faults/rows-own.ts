import { apiKilledAfterCommit, apiKilledBeforeCommit } from "./own/api-killed";
import { broadcastKilled } from "./own/broadcast-killed";
import { countingKilled } from "./own/counting-killed";
import { diskFull } from "./own/disk-full";
import { gracefulRestarts } from "./own/graceful";
import { importKilled } from "./own/import-killed";
import { killStorm } from "./own/kill-storm";
import { masterKeyRotated } from "./own/master-key";
import { poisonousJob } from "./own/poison";
import { postgresHangs, postgresRestarted } from "./own/postgres-away";
import { redisDown, redisFull, redisHangs } from "./own/redis-away";
import { redisFlushed, redisRestartedEmpty } from "./own/redis-emptied";
import { sendWorkerKilledBefore, sendWorkerKilledBetween } from "./own/send-worker-killed";
import { sendWorkerStopped } from "./own/send-worker-stopped";
import { streamsBroken } from "./own/streams-broken";
import { signUpsKilled } from "./own/sign-ups";
import { smtpKilled } from "./own/smtp-killed";
import { smtpWithoutPostgres } from "./own/smtp-without-postgres";
import { subjectsTested } from "./own/subjects-tested";
import { suspendedMidWay, suspendedWithoutRedis } from "./own/suspended";
import { twoSchedulers } from "./own/two-schedulers";
import type { Fault } from "./row";

/** The rows about our own processes, Redis and PostgreSQL, in the order of the matrix. A new one is a file in own/ and a line here. */
export const OWN_ROWS: readonly Fault[] = [
  apiKilledAfterCommit,
  apiKilledBeforeCommit,
  sendWorkerKilledBefore,
  sendWorkerKilledBetween,
  killStorm,
  sendWorkerStopped,
  redisRestartedEmpty,
  redisFlushed,
  redisDown,
  redisFull,
  redisHangs,
  postgresRestarted,
  postgresHangs,
  diskFull,
  poisonousJob,
  gracefulRestarts,
  twoSchedulers,
  suspendedMidWay,
  suspendedWithoutRedis,
  masterKeyRotated,
  streamsBroken,
  countingKilled,
  importKilled,
  broadcastKilled,
  subjectsTested,
  signUpsKilled,
  smtpKilled,
  smtpWithoutPostgres,
];
