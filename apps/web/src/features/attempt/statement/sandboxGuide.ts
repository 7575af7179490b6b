import type { Language } from '@assay/contracts/challenge';

/** What holds for every challenge in a language, so that no statement has to say it. In Markdown. */
export function sandboxGuide(language: Language): string {
  const { code, time, database } = parts[language];
  return `
# What your code runs in

The same for every challenge, unless its statement says otherwise.

## Being judged

**Run** uses the public tests, as often as you like. **Submit** uses the hidden ones, which go further into the same statement. What a statement leaves open is yours to decide: no test depends on it.

${code}

## Time and chance

Time is simulated. It stands still while code runs and moves only when everything waits, to the next timer: ${time}

What is under way at the same moment (requests, statements, replies) ends in an order that is drawn from a seed, as is what is random in your code. The same seed gives the same run.

## PostgreSQL

Where a statement offers it, \`${database}\` leads to a real PostgreSQL that belongs to your run and begins with the tables of the statement. It serves one transaction at a time: while one is open, what other connections send waits for its end. So whoever waits for a second connection within a transaction waits for ever.

## Limits

CPU time, memory and output are limited. Waiting costs nothing, and our own solution uses at most a fifth of the CPU. A run that reaches a limit says which.
`;
}

type Parts = { code: string; time: string; database: string };

const parts: Record<Language, Parts> = {
  typescript: {
    code: `## Code

TypeScript or JavaScript in ES modules, in as many files as you like. Types are not checked in a run; the editor marks what does not fit. You can import

- the packages \`express\` (5), \`ioredis\`, \`pg\` and \`zod\`;
- these modules of Node, with or without \`node:\`: \`assert\`, \`assert/strict\`, \`async_hooks\`, \`buffer\`, \`crypto\`, \`diagnostics_channel\`, \`events\`, \`fs\`, \`fs/promises\`, \`http\`, \`https\`, \`net\`, \`path\`, \`path/posix\`, \`perf_hooks\`, \`process\`, \`querystring\`, \`stream\`, \`stream/consumers\`, \`stream/promises\`, \`stream/web\`, \`string_decoder\`, \`timers\`, \`timers/promises\`, \`url\`, \`util\`, \`util/types\`, \`zlib\`.

Another import is a compile error that names it. The globals of Node are there: \`fetch\`, \`URL\`, \`AbortSignal\`, \`Buffer\`, \`crypto\` and so on. Over the network you reach what the statement names, and nothing else.`,
    time: "an hour of `setTimeout` takes no time, and times are exact to the millisecond. `Date`, timers and PostgreSQL's `now()` agree.",
    database: 'process.env.DATABASE_URL',
  },
  python: {
    code: `## Code

CPython 3.14, without threads, processes and sockets. \`app.py\` holds a WSGI application called \`app\`, which answers one request after the other. You can import

- your own files, from the workspace's top: \`rules.py\` is \`import rules\`;
- the standard library, except what needs a system (\`asyncio.run\` does not work);
- \`web\`, a small router with Flask's names: \`App\`, \`request\`, \`Response\`, \`jsonify\`, \`abort\`, \`HTTPException\`;
- \`requests\` and \`urllib.request.urlopen\`, for the services that the statement names; over the network you reach nothing else;
- \`psycopg\` (3) with \`rows\`, \`types.json.Jsonb\` and \`errors\`, where there is a PostgreSQL: no pool, no \`COPY\`, nothing asynchronous.

There is no other package. What a statement shows in TypeScript (code, names of files, \`req.body\`) says what to do; how it is called in Python is yours to decide, unless the starter has a name for it.`,
    time: "an hour of `time.sleep` takes no time, and times are exact to the millisecond. `time`, `datetime.now` and PostgreSQL's `now()` agree.",
    database: "os.environ['DATABASE_URL']",
  },
  ruby: {
    code: `## Code

CRuby 4.0, without threads, processes and sockets. \`config.ru\` runs a Rack application, which answers one request after the other. You can load

- your own files, with \`require_relative\`;
- the standard library as far as it is compiled in (no \`bigdecimal\`, \`base64\`, \`logger\`, \`csv\`, \`ostruct\`);
- \`rack\`: \`Rack::Builder\`, \`Request\`, \`Response\`, \`Utils\`;
- \`net/http\`, for the services that the statement names; over the network you reach nothing else;
- \`pg\`, where there is a PostgreSQL: no \`COPY\`, nothing asynchronous; and \`timeout\`.

There is no gem. What a statement shows in TypeScript (code, names of files) says what to do; how it is called in Ruby is yours to decide, unless the starter has a name for it.`,
    time: "an hour of `sleep` takes no time, and times are exact to the millisecond. `Time.now` and PostgreSQL's `now()` agree.",
    database: "ENV.fetch('DATABASE_URL')",
  },
};
