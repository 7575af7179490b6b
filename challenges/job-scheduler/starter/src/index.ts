import { createApp } from './app.ts';
import { TimerScheduler } from './jobs/timerScheduler.ts';

createApp(new TimerScheduler()).listen(Number(process.env.PORT));
