import type { SnippetTable } from './Snippet.ts';

export const timersTable: SnippetTable = {
  module: 'timers',
  imports: `import timers from 'node:timers'; import { setTimeout as wait, setImmediate as soon, setInterval as every, scheduler } from 'node:timers/promises';`,
  snippets: {
    arguments: `await new Promise((r) => setTimeout((...a) => { console.log(a); r(); }, 1, 'x', 2)); await new Promise((r) => setImmediate((...a) => { console.log(a); r(); }, 3));`,
    'delays that are none': `const order = []; for (const d of [NaN, -1, undefined, '2', 2 ** 31]) setTimeout(() => order.push(String(d)), d); await wait(20); console.log(order.sort().join());`,
    'what is no callback': `for (const f of [setTimeout, setInterval, setImmediate, queueMicrotask, process.nextTick]) try { f('x'); } catch (e) { console.log(e.name, e.code, e.message); }`,
    clear: `const t = setTimeout(() => console.log('never'), 1); clearTimeout(t); const i = setImmediate(() => console.log('never')); clearImmediate(i); clearTimeout(undefined); clearTimeout(null); clearInterval({}); clearTimeout('x'); await wait(5); console.log('ok');`,
    'clear by number': `const t = setTimeout(() => console.log('never'), 1); clearTimeout(+t); clearTimeout(String(+t)); await wait(5); console.log(typeof +t, typeof t);`,
    'the object': `const t = setTimeout(() => {}, 1); console.log(t.hasRef(), t.unref() === t, t.hasRef(), t.ref() === t, t.refresh() === t, t.constructor.name, typeof t[Symbol.toPrimitive]()); t.close(); const i = setImmediate(() => {}); console.log(i.hasRef(), i.constructor.name); clearImmediate(i);`,
    'this of a callback': `await new Promise((r) => { const t = setTimeout(function () { console.log(this === t); r(); }, 1); });`,
    'an interval': `let n = 0; await new Promise((r) => { const t = setInterval(() => { console.log(++n); if (n === 3) { clearInterval(t); r(); } }, 2); });`,
    promises: `console.log(await wait(1, 'a'), await soon('b'), await wait()); await scheduler.wait(1); await scheduler.yield(); console.log('c');`,
    'promises with a signal': `const c = new AbortController(); const p = wait(10000, null, { signal: c.signal }); c.abort('why'); await p.catch((e) => console.log(e.name, e.code, e.message, e.cause)); await wait(1, 0, { signal: AbortSignal.abort() }).catch((e) => console.log(e.name)); await soon(0, { signal: AbortSignal.abort() }).catch((e) => console.log(e.name));`,
    'promises of options that are none': `await wait(1, 0, { signal: 1 }).catch((e) => console.log(e.code, e.message)); await wait(1, 0, 5).catch((e) => console.log(e.code)); await wait('x').catch((e) => console.log(e.code, e.message)); await wait(1, 0, { ref: 1 }).catch((e) => console.log(e.code));`,
    'an interval of promises': `let n = 0; for await (const x of every(2, 'v')) { console.log(x, ++n); if (n === 3) break; }`,
    'an interval of promises aborted': `const c = new AbortController(); setTimeout(() => c.abort(), 5); try { for await (const x of every(1000, 'v', { signal: c.signal })); } catch (e) { console.log(e.name, e.code); }`,
    'the module': `console.log(timers.setTimeout === setTimeout, timers.promises.setTimeout === wait, ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'promises'].every((k) => k in timers));`,
    dispose: `{ using t = setTimeout(() => console.log('never'), 1); } await wait(5); console.log('ok');`,
    'nextTick with arguments': `process.nextTick((a, b) => console.log(a, b), 1, 2); await null; await soon();`,
    'AbortSignal.timeout': `const s = AbortSignal.timeout(2); console.log(s.aborted); await wait(10); console.log(s.aborted, s.reason.name, s.reason.code, s.reason.message);`,
    'refresh puts off': `const order = []; const t = setTimeout(() => order.push('a'), 60); setTimeout(() => t.refresh(), 30); setTimeout(() => order.push('b'), 70); await wait(150); console.log(order.join());`,
  },
};
