/** What holds for every challenge, so that no statement has to say it. In Markdown. */
export const sandboxGuide = `
# What your code runs in

The same for every challenge, unless its statement says otherwise.

## Being judged

**Run** uses the public tests, as often as you like. **Submit** uses the hidden ones, which go further into the same statement. What a statement leaves open is yours to decide: no test depends on it.

## Code

TypeScript or JavaScript in ES modules, in as many files as you like. Types are not checked in a run; the editor marks what does not fit. You can import

- the packages \`express\` (5), \`ioredis\`, \`pg\` and \`zod\`;
- these modules of Node, with or without \`node:\`: \`assert\`, \`assert/strict\`, \`async_hooks\`, \`buffer\`, \`crypto\`, \`diagnostics_channel\`, \`events\`, \`fs\`, \`fs/promises\`, \`http\`, \`https\`, \`net\`, \`path\`, \`path/posix\`, \`perf_hooks\`, \`process\`, \`querystring\`, \`stream\`, \`stream/consumers\`, \`stream/promises\`, \`stream/web\`, \`string_decoder\`, \`timers\`, \`timers/promises\`, \`url\`, \`util\`, \`util/types\`, \`zlib\`.

Another import is a compile error that names it. The globals of Node are there: \`fetch\`, \`URL\`, \`AbortSignal\`, \`Buffer\`, \`crypto\` and so on. Over the network you reach what the statement names, and nothing else.

## Time and chance

Time is simulated. It stands still while code runs and moves only when everything waits, to the next timer: an hour of \`setTimeout\` takes no time, and times are exact to the millisecond. \`Date\`, timers and PostgreSQL's \`now()\` agree.

What is under way at the same moment (requests, statements, replies) ends in an order that is drawn from a seed, as is \`Math.random()\`. The same seed gives the same run.

## PostgreSQL

Where a statement offers it, \`process.env.DATABASE_URL\` leads to a real PostgreSQL that belongs to your run and begins with the tables of the statement. It serves one transaction at a time: while one is open, what other connections send waits for its end. So whoever waits for a second connection within a transaction waits for ever.

## Limits

CPU time, memory and output are limited. Waiting costs nothing, and our own solution uses at most a fifth of the CPU. A run that reaches a limit says which.
`;
