import { createSchema } from './schema.ts';

export { handle } from './handle.ts';
export type { Message } from './message.ts';

await createSchema();
