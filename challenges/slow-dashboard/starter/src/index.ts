import { createApp } from './app.ts';
import { pool } from './database.ts';

createApp(pool).listen(Number(process.env.PORT));
