export { freePort } from './freePort.ts';
export { redisCommand } from './redisCommand.ts';
export { serverProcess, type ServerProcess } from './serverProcess.ts';
export { type PostgresServer, startPostgresServer } from './startPostgresServer.ts';
export { type RedisServer, startRedisServer } from './startRedisServer.ts';
export { withQueue } from './withQueue.ts';
