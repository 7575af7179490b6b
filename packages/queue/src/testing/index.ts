export { freePort } from './freePort.ts';
export { serverProcess, type ServerProcess } from './serverProcess.ts';
export { startPostgresServer } from './startPostgresServer.ts';
export { startRedisServer } from './startRedisServer.ts';
