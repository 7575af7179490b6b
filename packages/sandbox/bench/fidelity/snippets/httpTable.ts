import type { SnippetTable } from './Snippet.ts';

const serve = (handler: string, then: string) =>
  `const server = http.createServer(${handler}); await new Promise((r) => server.listen(0, r)); const { port } = server.address(); const base = 'http://127.0.0.1:' + port; ${then} server.close(); server.closeAllConnections?.();`;

export const httpTable: SnippetTable = {
  module: 'http',
  imports: `import http, { STATUS_CODES, METHODS } from 'node:http'; const get = (url, options = {}) => new Promise((resolve, reject) => { const request = http.request(url, options, (response) => { let body = ''; response.setEncoding('utf8').on('data', (x) => (body += x)).on('end', () => resolve({ response, body })); }); request.on('error', reject); request.end(options.body); });`,
  snippets: {
    hello: serve(
      `(q, s) => s.end('hello ' + q.url)`,
      `const { response, body } = await get(base + '/x?y=1'); console.log(response.statusCode, response.statusMessage, body);`,
    ),
    'method, headers and body': serve(
      `async (q, s) => { let b = ''; for await (const x of q) b += x; s.setHeader('X-Method', q.method); s.end(q.headers['x-a'] + ' ' + b); }`,
      `const { response, body } = await get(base, { method: 'POST', headers: { 'X-A': 'yes' }, body: 'Körper' }); console.log(response.headers['x-method'], body);`,
    ),
    writeHead: serve(
      `(q, s) => { s.writeHead(404, { 'Content-Type': 'text/x', 'Set-Cookie': ['a=1', 'b=2'] }); s.end('gone'); }`,
      `const { response } = await get(base); console.log(response.statusCode, response.statusMessage, response.headers['content-type'], response.headers['set-cookie']);`,
    ),
    pieces: serve(
      `(q, s) => { s.write('a'); s.write('b'); s.end('c'); }`,
      `const { response, body } = await get(base); console.log(body, response.headers['content-length']);`,
    ),
    'content-length': serve(
      `(q, s) => s.end('äö')`,
      `const { response } = await get(base); console.log(response.headers['content-length']);`,
    ),
    JSON: serve(
      `(q, s) => { s.setHeader('content-type', 'application/json'); s.end(JSON.stringify({ a: [1] })); }`,
      `console.log(await (await fetch(base)).json());`,
    ),
    'HEAD and 204': serve(
      `(q, s) => { s.statusCode = q.url === '/no' ? 204 : 200; s.end('body'); }`,
      `console.log(JSON.stringify((await get(base, { method: 'HEAD' })).body), JSON.stringify((await get(base + '/no')).body));`,
    ),
    'headers of a response': serve(
      `(q, s) => { s.setHeader('A', 1); s.setHeader('B', ['x', 'y']); s.appendHeader('A', '2'); console.log(s.getHeader('a'), s.getHeaderNames(), s.hasHeader('B'), s.getHeaders()); s.removeHeader('b'); console.log(s.getHeaderNames(), s.headersSent); s.end(); console.log(s.headersSent, s.writableEnded); }`,
      `await get(base);`,
    ),
    'headers that are none': serve(
      `(q, s) => { for (const f of [() => s.setHeader('a b', 1), () => s.setHeader('a', undefined), () => s.setHeader('a', 'x\\ny'), () => s.writeHead(5), () => { s.end(); s.setHeader('late', 1); }]) try { f(); } catch (e) { console.log(e.name, e.code, e.message); } }`,
      `await get(base);`,
    ),
    'headers joined': serve(
      `(q, s) => { console.log(q.headers['x-l'], q.headers.cookie, q.headersDistinct['x-l'], q.rawHeaders.filter((x) => /^x-l$/i.test(x)).length); s.end(); }`,
      `await get(base, { headers: { 'X-L': ['1', '2'], cookie: 'a=1; b=2' } });`,
    ),
    'events of a response': serve(
      `(q, s) => { s.on('finish', () => console.log('finish')).on('close', () => console.log('close')); s.end('x'); }`,
      `await get(base); await new Promise((r) => setTimeout(r, 20));`,
    ),
    statusMessage: serve(
      `(q, s) => { s.statusCode = 418; s.end(); }`,
      `const { response } = await get(base); console.log(response.statusCode, response.statusMessage);`,
    ),
    'request options': serve(
      `(q, s) => s.end(q.method + ' ' + q.url + ' ' + q.headers.host.startsWith('localhost'))`,
      `await new Promise((r) => http.request({ hostname: 'localhost', port, path: '/p?q', method: 'PUT' }, (s) => { s.setEncoding('utf8').on('data', console.log).on('end', r); }).end());`,
    ),
    'http.get and a URL': serve(
      `(q, s) => s.end('u')`,
      `await new Promise((r) => http.get(new URL(base + '/z'), (s) => s.on('data', (x) => console.log(String(x))).on('end', r)));`,
    ),
    'basic auth': serve(
      `(q, s) => s.end(q.headers.authorization)`,
      `console.log((await get(base, { auth: 'me:secret' })).body);`,
    ),
    'write a request in pieces': serve(
      `async (q, s) => { const x = []; for await (const c of q) x.push(String(c)); s.end(x.join('')); }`,
      `await new Promise((r) => { const q = http.request(base, { method: 'POST' }, (s) => s.on('data', (x) => console.log(String(x))).on('end', r)); q.write('a'); q.setHeader && q.write(Buffer.from('b')); q.end('c'); });`,
    ),
    'nobody listens': `await get('http://127.0.0.1:9/').catch((e) => console.log(e.code, e.syscall, e.address, e.port, e.message));`,
    'a protocol that is none': `try { http.get('https://a'); } catch (e) { console.log(e.code, e.message); } try { http.get('nope'); } catch (e) { console.log(e.code); }`,
    'an abort': serve(
      `() => {}`,
      `const c = new AbortController(); const p = get(base, { signal: c.signal }); setTimeout(() => c.abort(), 5); await p.catch((e) => console.log(e.name, e.code, e.message));`,
    ),
    'destroy of a request': serve(
      `() => {}`,
      `await new Promise((r) => { const q = http.get(base); q.on('error', (e) => { console.log(e.code, e.message); r(); }); setTimeout(() => q.destroy(), 5); });`,
    ),
    'a time-out': serve(
      `() => {}`,
      `await new Promise((r) => { const q = http.get(base, { timeout: 10 }); q.on('timeout', () => { console.log('timeout'); q.destroy(new Error('slow')); }).on('error', (e) => { console.log(e.message); r(); }); });`,
    ),
    'the server': serve(
      `() => {}`,
      `console.log(server.listening, typeof port, server.address().family, server instanceof http.Server);`,
    ),
    'a port that is taken': serve(
      `() => {}`,
      `await new Promise((r) => http.createServer().on('error', (e) => { console.log(e.code, e.syscall, e.port === port); r(); }).listen(port));`,
    ),
    close: `const server = http.createServer(); await new Promise((r) => server.listen(0, r)); await new Promise((r) => server.close(r)); console.log(server.listening, server.address()); server.close((e) => console.log(e.code, e.message)); await new Promise((r) => setTimeout(r, 5));`,
    'many at once': serve(
      `(q, s) => setTimeout(() => s.end(q.url), 2)`,
      `console.log((await Promise.all(['/a', '/b', '/c'].map((x) => get(base + x)))).map((x) => x.body));`,
    ),
    'codes and methods': `console.log(STATUS_CODES[404], Object.keys(STATUS_CODES).length, METHODS.includes('PATCH'), METHODS.length);`,
    validators: `for (const f of [() => http.validateHeaderName('a b'), () => http.validateHeaderValue('x', 'a\\u0000'), () => http.validateHeaderName('ok')]) try { console.log(f()); } catch (e) { console.log(e.code, e.message); }`,
  },
};
