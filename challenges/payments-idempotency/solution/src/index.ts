import { createApp } from './app.ts';
import { createSchema } from './schema.ts';

await createSchema();
createApp().listen(Number(process.env.PORT));
