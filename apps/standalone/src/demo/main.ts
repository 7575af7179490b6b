import { recordDemo } from './recordDemo.ts';

await recordDemo();
