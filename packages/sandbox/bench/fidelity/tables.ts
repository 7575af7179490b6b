import type { SnippetTable } from './snippets/Snippet.ts';
import { assertTable } from './snippets/assert.ts';
import { asyncHooksTable } from './snippets/asyncHooks.ts';
import { bufferTable } from './snippets/buffer.ts';
import { eventsTable } from './snippets/events.ts';
import { httpTable } from './snippets/httpTable.ts';
import { utilTable } from './snippets/nodeUtil.ts';
import { pathTable } from './snippets/path.ts';
import { querystringTable } from './snippets/querystring.ts';
import { streamTable } from './snippets/stream.ts';
import { stringDecoderTable } from './snippets/stringDecoder.ts';
import { timersTable } from './snippets/timers.ts';
import { urlTable } from './snippets/url.ts';
import { zlibTable } from './snippets/zlib.ts';

export const tables: SnippetTable[] = [
  assertTable,
  asyncHooksTable,
  bufferTable,
  eventsTable,
  httpTable,
  utilTable,
  pathTable,
  querystringTable,
  streamTable,
  stringDecoderTable,
  timersTable,
  urlTable,
  zlibTable,
];
