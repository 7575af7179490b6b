import { runApi } from './runApi.ts';

await runApi();
