import { createApp } from './app.ts';
import { pool } from './database.ts';

const port = Number(process.env.PORT ?? 3000);

createApp(pool).listen(port, () => console.log(`Reports listen on port ${port}`));
