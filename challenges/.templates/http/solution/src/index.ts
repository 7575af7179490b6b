import { createApp } from './app.ts';

createApp().listen(process.env.PORT);
