import type { SnippetTable } from './snippets/Snippet.ts';
import { assertTable } from './snippets/assert.ts';
import { asyncHooksTable } from './snippets/asyncHooks.ts';
import { bufferTable } from './snippets/buffer.ts';
import { cryptoTable } from './snippets/crypto.ts';
import { eventsTable } from './snippets/events.ts';
import { fsTable } from './snippets/fs.ts';
import { httpTable } from './snippets/httpTable.ts';
import { languageTable } from './snippets/language.ts';
import { utilTable } from './snippets/nodeUtil.ts';
import { pathTable } from './snippets/path.ts';
import { querystringTable } from './snippets/querystring.ts';
import { streamTable } from './snippets/stream.ts';
import { stringDecoderTable } from './snippets/stringDecoder.ts';
import { timersTable } from './snippets/timers.ts';
import { urlTable } from './snippets/url.ts';
import { webTable } from './snippets/web.ts';
import { zlibTable } from './snippets/zlib.ts';

export const tables: SnippetTable[] = [
  assertTable,
  asyncHooksTable,
  bufferTable,
  cryptoTable,
  eventsTable,
  fsTable,
  httpTable,
  languageTable,
  utilTable,
  pathTable,
  querystringTable,
  streamTable,
  stringDecoderTable,
  timersTable,
  urlTable,
  webTable,
  zlibTable,
];
