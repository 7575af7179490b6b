/** Web and Node globals that a bare isolate lacks. Imported before anything that might look for them. */
import '#time/clock.ts';
import '#time/timers.ts';
import './weakReferences.ts';
import './absentSharedMemory.ts';
import '#nodeLibrary/environment.ts';
import '#nodeLibrary/loadLibrary.ts';
import '#node/process.ts';
import './encodingGlobals.ts';
