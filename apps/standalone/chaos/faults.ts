import type { Fault } from './Fault.ts';
import { apiKilledInKeystroke } from '#chaos/faults/apiKilledInKeystroke.ts';
import { apiKilledInSubmit } from '#chaos/faults/apiKilledInSubmit.ts';
import { clockJumps } from '#chaos/faults/clockJumps.ts';
import { deploy } from '#chaos/faults/deploy.ts';
import { diskFull } from '#chaos/faults/diskFull.ts';
import { embeddedKilled } from '#chaos/faults/embeddedKilled.ts';
import { poisonJob } from '#chaos/faults/poisonJob.ts';
import { postgresKilled, postgresRestarted, postgresSlow } from '#chaos/faults/postgresAway.ts';
import { postgresExhausted } from '#chaos/faults/postgresExhausted.ts';
import { queuePaused } from '#chaos/faults/queuePaused.ts';
import { redisForgets, redisKilled } from '#chaos/faults/redisKilled.ts';
import { redisFull, redisReadOnly } from '#chaos/faults/redisRefuses.ts';
import { runnerKilled } from '#chaos/faults/runnerKilled.ts';
import { workerKilled } from '#chaos/faults/workerKilled.ts';

export const clusterFaults: readonly Fault[] = [
  workerKilled,
  runnerKilled,
  apiKilledInSubmit,
  apiKilledInKeystroke,
  redisKilled,
  redisForgets,
  redisFull,
  redisReadOnly,
  postgresKilled,
  postgresRestarted,
  postgresExhausted,
  postgresSlow,
  clockJumps,
  deploy,
  poisonJob,
  queuePaused,
];

export const embeddedFaults: readonly Fault[] = [embeddedKilled, diskFull];
