import { describe, expect, it, jest } from '@jest/globals';
import { comparableVerdict } from '@assay/contracts/verdict';
import { outcomes, useJudge } from '#fixtures/judgeOne.ts';

// Twenty runs, and what Python starts from, which the first run makes.
jest.setTimeout(600_000);

const judged = useJudge();
/** Much more than a run takes, so that a busy machine says nothing. */
const limits = { wallMs: 120_000 };

const judgePython = (app: string, tests: string, more: object = {}) =>
  judged({ solution: { 'app.py': app }, tests, limits, ...more });

const lines = (verdict: Awaited<ReturnType<typeof judged>>) =>
  verdict.tests.flatMap((test) => test.console.map(({ text }) => text));

const router = 'from web import App, abort, request\n\napp = App()\n';

describe('a solution in Python', () => {
  it('answers as a WSGI application of its own', async () => {
    const app = `
def app(environ, start_response):
    body = environ['wsgi.input'].read()
    start_response('201 Created', [('X-Method', environ['REQUEST_METHOD']), ('Set-Cookie', 'a=1'), ('Set-Cookie', 'b=2')])
    yield environ['PATH_INFO'].encode('latin-1')
    yield b'?' + environ['QUERY_STRING'].encode() + b' ' + body
`;
    const tests = `
import { api } from 'world';
it('is whole', async () => {
  const res = await api.post('/caf%C3%A9?q=%20', 'grüße');
  expect([res.status, res.text, res.headers['x-method']]).toEqual([201, '/café?q=%20 "grüße"', 'POST']);
  expect(res.headers['set-cookie']).toBe('a=1, b=2');
});
it('has no body where there is none', async () => {
  expect((await api.request({ method: 'HEAD', path: '/x' })).text).toBe('');
});
it('is whole also when either body streams', async () => {
  async function* pieces() { yield 'a'; yield 'b'; }
  const stream = await api.stream({ method: 'POST', path: '/x', body: pieces() });
  expect([stream.status, await stream.text()]).toEqual([201, '/x? ab']);
});
`;
    expect(outcomes(await judgePython(app, tests))).toEqual([
      'is whole: passed',
      'has no body where there is none: passed',
      'is whole also when either body streams: passed',
    ]);
  });

  it('routes as the names of Flask promise', async () => {
    const app = `${router}
@app.before_request
def guard():
    if request.headers.get('X-Key') == 'none':
        abort(401, 'Who?')

@app.after_request
def stamp(response):
    response.headers['X-Stamp'] = request.path
    return response

@app.get('/items/<int:id>')
def item(id):
    return {'id': id, 'tags': request.args.getlist('tag'), 'n': request.args.get('n', 1, type=int)}

@app.post('/items')
def create():
    return request.json, 201, {'Location': '/items/1'}

@app.errorhandler(404)
def missing(error):
    return {'error': error.code}, 404

class Odd(Exception):
    pass

@app.errorhandler(Odd)
def odd(error):
    return 'odd', 418

@app.delete('/items/<path:rest>')
def remove(rest):
    raise Odd
`;
    const tests = `
import { api } from 'world';
const shown = ({ status, body, text }) => [status, body ?? text];
it('routes', async () => {
  expect((await api.get('/items/7?tag=a&tag=b&n=x')).body).toEqual({ id: 7, tags: ['a', 'b'], n: 1 });
  const made = await api.post('/items', { a: [1, null, 'ü'] });
  expect([made.status, made.body, made.headers.location, made.headers['x-stamp']]).toEqual([201, { a: [1, null, 'ü'] }, '/items/1', '/items']);
  expect(shown(await api.get('/nowhere'))).toEqual([404, { error: 404 }]);
  expect((await api.get('/items')).status).toBe(405);
  expect((await api.delete('/items/a/b')).status).toBe(418);
  expect((await api.get('/items/7', { headers: { 'x-key': 'none' } })).status).toBe(401);
  expect((await api.request({ method: 'POST', path: '/items', body: '{', headers: { 'content-type': 'application/json' } })).status).toBe(400);
  expect((await api.post('/items', 'x', { headers: { 'content-type': 'text/plain' } })).status).toBe(415);
});
`;
    expect(outcomes(await judgePython(app, tests))).toEqual(['routes: passed']);
  });

  it('shows a traceback with its own files and lines, and what it printed, in the test that caused it', async () => {
    const solution = {
      'app.py': `${router}
from rules import price

@app.get('/price')
def show():
    print('asked', end='')
    return {'price': price({})}
`,
      'rules/__init__.py':
        "def price(order):\n    # The key is missing.\n    return order['total'] * 2\n",
    };
    const tests = `
import { api } from 'world';
it('breaks', async () => { expect((await api.get('/price')).status).toBe(500); });
it('is silent', () => {});
`;
    const verdict = await judged({ solution, tests, limits });
    expect(verdict.tests[0]?.console.filter(({ level }) => level === 'log')).toEqual([
      { level: 'log', text: 'asked' },
    ]);
    expect(lines(verdict)).toEqual([
      'asked',
      'Traceback (most recent call last):',
      '  File "app.py", line 10, in show',
      "    return {'price': price({})}",
      '                     ~~~~~^^^^',
      '  File "rules/__init__.py", line 3, in price',
      "    return order['total'] * 2",
      '           ~~~~~^^^^^^^^^',
      "KeyError: 'total'",
    ]);
  });

  it('that does not compile is told so, with the file and the line', async () => {
    const solution = { 'app.py': 'import rules\n', 'rules.py': 'def price(:\n    pass\n' };
    const verdict = await judged({ solution, tests: "it('runs', () => {});", limits });
    expect(verdict).toMatchObject({
      status: 'compile_error',
      diagnostics: [{ file: 'rules.py', line: 1, source: 'def price(:' }],
    });
  });

  it('that breaks while it loads has crashed, at a line', async () => {
    const broken = await judgePython('x = 1\ny = x / 0\n', "it('runs', () => {});");
    expect(broken).toMatchObject({
      status: 'crashed',
      during: { phase: 'load' },
      message: 'ZeroDivisionError: division by zero (app.py, line 2)',
    });
    const empty = await judgePython('x = 1\n', "it('runs', () => {});");
    expect(empty).toMatchObject({
      status: 'crashed',
      message: expect.stringContaining('has no `app`'),
    });
  });

  it('gives the same bytes for the same seed, twenty times, and others for another', async () => {
    const app = `${router}
import datetime, random, secrets, time, uuid

@app.get('/draw')
def draw():
    time.sleep(random.random())
    return [random.random(), str(uuid.uuid4()), secrets.token_hex(4), time.time(), time.monotonic(),
            datetime.datetime.now().isoformat(), list({'a', 'b', 'c', str(random.randint(1, 9))}), id(app)]
`;
    const tests = `
import { api } from 'world';
it('draws', async () => {
  const drawn = await Promise.all([1, 2, 3].map(() => api.get('/draw')));
  expect(drawn.map(({ body }) => body)).toEqual('nothing');
});
`;
    const all = new Set<string>();
    for (let run = 0; run < 20; run += 1)
      all.add(comparableVerdict(await judgePython(app, tests, { seed: 3 })));
    expect(all.size).toBe(1);
    expect([...all][0]).toContain('2030-01-01T');
    expect(all.has(comparableVerdict(await judgePython(app, tests, { seed: 4 })))).toBe(false);
  });

  it('asks the world outside, waits on the virtual clock, and takes no for an answer', async () => {
    const app = `${router}
import time
import urllib.error
import urllib.request

import requests

@app.get('/rate')
def rate():
    answer = requests.get('https://rates.test/eur', params={'on': 'today'}, headers={'X-Key': 'k'}, timeout=2)
    answer.raise_for_status()
    return {'rate': answer.json()['rate'], 'waited': answer.elapsed.total_seconds()}

@app.get('/plain')
def plain():
    with urllib.request.urlopen('https://rates.test/eur?on=today') as answer:
        return {'status': answer.status, 'text': answer.read().decode()}

@app.errorhandler(requests.Timeout)
def late(error):
    return {'error': 'late', 'at': time.monotonic()}, 504

@app.errorhandler(requests.RequestException)
def broken(error):
    return {'error': type(error).__name__}, 502
`;
    const tests = `
import { api, clock, upstream } from 'world';
const rates = upstream('https://rates.test');
it('gets what it asks for', async () => {
  rates.reply('GET /eur', { body: { rate: 1.5 } });
  expect((await api.get('/rate')).body).toEqual({ rate: 1.5, waited: 0 });
  expect((await api.get('/plain')).body).toEqual({ status: 200, text: '{"rate":1.5}' });
  expect(rates.requests.map(({ query, headers }) => [query.on, headers['x-key']])).toEqual([['today', 'k'], ['today', undefined]]);
});
it('sees failures', async () => {
  rates.fail(503);
  expect((await api.get('/rate')).body).toEqual({ error: 'HTTPError' });
});
it('waits no longer than it wants to', async () => {
  rates.delay(5000);
  const started = clock.now();
  expect((await api.get('/rate')).status).toBe(504);
  expect(clock.now() - started).toBe(2000);
});
it('finds nobody elsewhere', async () => {
  rates.fail('refused');
  expect((await api.get('/rate')).body).toEqual({ error: 'ConnectionError' });
});
`;
    expect(outcomes(await judgePython(app, tests))).toEqual([
      'gets what it asks for: passed',
      'sees failures: passed',
      'waits no longer than it wants to: passed',
      'finds nobody elsewhere: passed',
    ]);
  });

  it('answers one request after the other, also when the tests send them at once', async () => {
    const app = `${router}
import time
busy = 0

@app.get('/slow')
def slow():
    global busy
    busy += 1
    most = busy
    time.sleep(1)
    busy -= 1
    return {'most': most}
`;
    const tests = `
import { api, restart } from 'world';
it('takes turns', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => api.get('/slow')));
  expect(answers.map(({ body }) => body.most)).toEqual([1, 1, 1]);
});
it('begins anew after a restart, also in the midst of a request', async () => {
  const lost = api.get('/slow').catch((error) => error);
  await restart();
  expect(await lost).toBeInstanceOf(Error);
  expect((await api.get('/slow')).body).toEqual({ most: 1 });
});
`;
    expect(outcomes(await judgePython(app, tests))).toEqual([
      'takes turns: passed',
      'begins anew after a restart, also in the midst of a request: passed',
    ]);
  });

  it('keeps to its limits, test by test', async () => {
    const app = `${router}
@app.get('/loop')
def loop():
    while True:
        pass

@app.get('/fine')
def fine():
    return {}

@app.get('/memory')
def memory():
    return {'length': len(bytearray(1_000_000_000))}
`;
    const loops = await judgePython(
      app,
      `
import { api } from 'world';
it('loops', async () => { await api.get('/loop'); });
it('goes on', async () => { expect((await api.get('/fine')).status).toBe(200); });
`,
    );
    expect([loops.status, loops.tests.map(({ status }) => status)]).toEqual([
      'cpu_limit',
      ['timed_out', 'passed'],
    ]);
    const memory = await judgePython(
      app,
      "import { api } from 'world';\nit('grows', async () => { await api.get('/memory'); });",
    );
    expect(memory).toMatchObject({ status: 'memory_limit', limitMb: 64 });
  });
});

describe('PostgreSQL from Python', () => {
  const seedSql = `
CREATE TABLE things (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE, price numeric, tags text[], more jsonb, at timestamptz);
`;

  it('is reached as by Psycopg', async () => {
    const app = `${router}
import os
from datetime import datetime, timezone
from decimal import Decimal

import psycopg
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

connection = psycopg.connect(os.environ['DATABASE_URL'], autocommit=True, row_factory=dict_row)
at = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=timezone.utc)

@app.post('/things')
def create():
    values = ('100% "it\\'s"', Decimal('1.50'), ['a', 'b "c", d', None], Jsonb({'x': [1]}), at)
    row = connection.execute(
        'INSERT INTO things (name, price, tags, more, at) VALUES (%s, %s, %s, %s, %s) RETURNING *', values
    ).fetchone()
    same = (row['name'], row['price'], row['tags'], row['more'], row['at']) == (*values[:3], {'x': [1]}, at)
    return {'id': row['id'], 'same': same}

@app.get('/things')
def show():
    with connection.cursor() as cursor:
        cursor.execute('SELECT id FROM things WHERE name LIKE %(start)s || %(any)s', {'start': '100', 'any': '%'})
        return {'ids': [row['id'] for row in cursor], 'count': cursor.rowcount}

@app.post('/twice')
def twice():
    try:
        with connection.transaction():
            connection.execute("INSERT INTO things (name) VALUES ('kept?')")
            connection.execute("INSERT INTO things (name) VALUES ('kept?')")
    except psycopg.errors.UniqueViolation as error:
        return {'constraint': error.diag.constraint_name, 'sqlstate': error.sqlstate, 'left': left()}, 409

def left():
    return connection.execute("SELECT count(*) AS n FROM things WHERE name = 'kept?'").fetchone()['n']
`;
    const tests = `
import { api, postgres } from 'world';
it('keeps what it is given', async () => {
  expect((await api.post('/things')).body).toEqual({ id: 1, same: true });
  expect((await api.get('/things')).body).toEqual({ ids: [1], count: 1 });
  expect(await postgres.query('SELECT name FROM things')).toEqual([{ name: '100% "it\\'s"' }]);
});
it('takes back what failed', async () => {
  const res = await api.post('/twice');
  expect(res.body).toEqual({ constraint: 'things_name_key', sqlstate: '23505', left: 0 });
  expect(postgres.queries.map(({ text }) => text.split(' ')[0])).toEqual(['BEGIN', 'INSERT', 'INSERT', 'ROLLBACK', 'SELECT']);
});
it('is told of failures', async () => {
  postgres.fail({ error: 'serialization_failure', statement: 'SELECT' });
  expect((await api.get('/things')).status).toBe(500);
});
`;
    expect(outcomes(await judgePython(app, tests, { seedSql }))).toEqual([
      'keeps what it is given: passed',
      'takes back what failed: passed',
      'is told of failures: passed',
    ]);
  });
});
