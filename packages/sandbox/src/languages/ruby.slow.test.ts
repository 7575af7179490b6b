import { describe, expect, it, jest } from '@jest/globals';
import { comparableVerdict } from '@assay/contracts/verdict';
import { outcomes, useJudge } from '#fixtures/judgeOne.ts';

// All runs, and what Ruby starts from, which the first run makes.
jest.setTimeout(600_000);

const judged = useJudge();
/** Much more than a run takes, so that a busy machine says nothing. */
const limits = { wallMs: 120_000 };

const judgeRuby = (config: string, tests: string, more: object = {}) =>
  judged({ solution: { 'config.ru': config }, tests, limits, ...more });

/** An application that answers each path with what the block of that name gives, as JSON. */
const blocks = (paths: Record<string, string>, before = '') => `
require 'json'
${before}
BLOCKS = {
${Object.entries(paths)
  .map(([path, block]) => `  '${path}' => proc { |request| ${block} },`)
  .join('\n')}
}
run(proc do |env|
  [200, { 'content-type' => 'application/json' }, [JSON.generate(BLOCKS.fetch(env['PATH_INFO']).call(Rack::Request.new(env)))]]
end)
`;

describe('a solution in Ruby', () => {
  it('answers as a Rack application of its own, with what it keeps in other files', async () => {
    const solution = {
      'config.ru': `
require_relative 'lib/echo'
use Stamp, 'yes'
map('/v2') { run ->(env) { [200, {}, [env['SCRIPT_NAME'], env['PATH_INFO']]] } }
run Echo.new
`,
      'lib/echo.rb': `
class Stamp
  def initialize(app, value)
    @app = app
    @value = value
  end

  def call(env)
    @app.call(env).tap { |_, headers, _| headers['x-stamp'] = @value }
  end
end

class Echo
  def call(env)
    request = Rack::Request.new(env)
    response = Rack::Response.new(request.params.inspect, 201, 'X-Method' => request.request_method)
    response.write(env['rack.input'].read)
    response.set_cookie('a', value: '1', http_only: true)
    response.set_cookie('b', '2')
    response.finish
  end
end
`,
    };
    const tests = `
import { api } from 'world';
it('is whole', async () => {
  const res = await api.post('/caf%C3%A9?q=%20&t[]=1&t[]=2', 'grüße');
  expect([res.status, res.text, res.headers['x-method'], res.headers['x-stamp']]).toEqual([201, '{"q" => " ", "t" => ["1", "2"]}"grüße"', 'POST', 'yes']);
  expect(res.headers['set-cookie']).toBe('a=1; httponly, b=2');
  expect((await api.get('/v2/x')).text).toBe('/v2/x');
});
it('has no body where there is none', async () => {
  expect((await api.request({ method: 'HEAD', path: '/x' })).text).toBe('');
});
it('is whole also when either body streams', async () => {
  async function* pieces() { yield 'a'; yield 'b'; }
  const stream = await api.stream({ method: 'POST', path: '/x', body: pieces() });
  expect([stream.status, await stream.text()]).toEqual([201, '{}ab']);
});
`;
    expect(outcomes(await judged({ solution, tests, limits }))).toEqual([
      'is whole: passed',
      'has no body where there is none: passed',
      'is whole also when either body streams: passed',
    ]);
  });

  it('shows a backtrace with its own files and lines, and what it printed, in the test that caused it', async () => {
    const solution = {
      'config.ru': `require_relative 'rules'

run(lambda do |_env|
  print 'asked'
  warn 'careful'
  [200, {}, [Rules.price({}).to_s]]
end)
`,
      'rules.rb': `module Rules
  def self.price(order)
    # The key is missing.
    order.fetch(:total) * 2
  end
end
`,
    };
    const tests = `
import { api } from 'world';
it('breaks', async () => { expect((await api.get('/price')).status).toBe(500); });
it('is silent', () => {});
`;
    const verdict = await judged({ solution, tests, limits });
    expect(verdict.tests[0]?.console).toEqual([
      { level: 'error', text: 'careful' },
      {
        level: 'error',
        text: "rules.rb:4:in 'Hash#fetch': key not found: :total (KeyError)",
      },
      { level: 'error', text: "\tfrom rules.rb:4:in 'Rules.price'" },
      { level: 'error', text: "\tfrom config.ru:6:in 'block (2 levels) in <main>'" },
      { level: 'log', text: 'asked' },
    ]);
    expect(verdict.tests[1]?.console).toEqual([]);
  });

  it('that does not compile is told so, with the file and the line', async () => {
    const solution = {
      'config.ru': "require_relative 'rules'\n",
      'rules.rb': 'def price(\n  1 +\nend\n',
    };
    const verdict = await judged({ solution, tests: "it('runs', () => {});", limits });
    expect(verdict).toMatchObject({
      status: 'compile_error',
      diagnostics: [
        {
          file: 'rules.rb',
          line: 2,
          column: 3,
          message: expect.stringMatching(/^SyntaxError: unexpected integer/),
          source: '  1 +',
        },
      ],
    });
  });

  it('that breaks while it loads has crashed, at a line', async () => {
    const broken = await judgeRuby('x = 1\ny = x / 0\n', "it('runs', () => {});");
    expect(broken).toMatchObject({
      status: 'crashed',
      during: { phase: 'load' },
      message: 'ZeroDivisionError: divided by 0 (config.ru, line 2)',
    });
    const empty = await judgeRuby('x = 1\n', "it('runs', () => {});");
    expect(empty).toMatchObject({
      status: 'crashed',
      message: expect.stringContaining('runs nothing'),
    });
  });

  it('gives the same bytes for the same seed, again and again, and others for another', async () => {
    const config = blocks(
      {
        '/draw': `sleep rand
  [rand, Random.new.rand, Random.rand(9), SecureRandom.uuid, [1, 2, 3, 4].shuffle, Time.now.iso8601(6), Process.pid,
   Process.clock_gettime(Process::CLOCK_MONOTONIC),
   'a'.hash, Object.new.inspect, ObjectSpace.count_objects[:TOTAL]]`,
      },
      "require 'securerandom'\nrequire 'time'",
    );
    const tests = `
import { api } from 'world';
it('draws', async () => {
  const drawn = await Promise.all([1, 2, 3].map(() => api.get('/draw')));
  expect(drawn.map(({ body }) => body)).toEqual('nothing');
});
`;
    const all = new Set<string>();
    for (let run = 0; run < 6; run += 1)
      all.add(comparableVerdict(await judgeRuby(config, tests, { seed: 3 })));
    expect(all.size).toBe(1);
    expect([...all][0]).toContain('2030-01-01T');
    expect(all.has(comparableVerdict(await judgeRuby(config, tests, { seed: 4 })))).toBe(false);
  });

  it('asks the world outside, waits on the virtual clock, and takes no for an answer', async () => {
    const config = `
require 'json'
require 'net/http'

RATES = URI('https://rates.test/eur?on=today')

def json(status, value) = [status, { 'content-type' => 'application/json' }, [JSON.generate(value)]]

def rate
  request = Net::HTTP::Get.new(RATES, 'X-Key' => 'k')
  answer = Net::HTTP.start(RATES.host, RATES.port, use_ssl: true, read_timeout: 2) { |http| http.request(request) }
  answer.value
  json(200, rate: JSON.parse(answer.body)['rate'], ok: answer.is_a?(Net::HTTPOK))
end

run(lambda do |env|
  case env['PATH_INFO']
  when '/rate' then rate
  when '/plain' then json(200, text: Net::HTTP.get(RATES))
  when '/order' then json(200, code: Net::HTTP.post(RATES, '{"a":1}', 'content-type' => 'application/json').code)
  when '/bounded' then Timeout.timeout(1.5) { Net::HTTP.get(RATES) } && json(200, {})
  end
rescue Net::ReadTimeout
  json(504, error: 'late')
rescue Timeout::Error => e
  json(504, error: e.message)
rescue Net::HTTPFatalError, SystemCallError => e
  json(502, error: e.class.name)
end)
`;
    const tests = `
import { api, clock, upstream } from 'world';
const rates = upstream('https://rates.test');
it('gets what it asks for', async () => {
  rates.reply('GET /eur', { body: { rate: 1.5 } });
  rates.reply('POST /eur', { status: 201 });
  expect((await api.get('/rate')).body).toEqual({ rate: 1.5, ok: true });
  expect((await api.get('/plain')).body).toEqual({ text: '{"rate":1.5}' });
  expect((await api.get('/order')).body).toEqual({ code: '201' });
  expect(rates.requests.map(({ query, headers, body }) => [query.on, headers['x-key'], body])).toEqual([['today', 'k', ''], ['today', undefined, ''], ['today', undefined, { a: 1 }]]);
});
it('sees failures', async () => {
  rates.fail(503);
  expect((await api.get('/rate')).body).toEqual({ error: 'Net::HTTPFatalError' });
});
it('waits no longer than it wants to', async () => {
  rates.delay(5000);
  const started = clock.now();
  expect((await api.get('/rate')).body).toEqual({ error: 'late' });
  expect(clock.now() - started).toBe(2000);
  expect((await api.get('/bounded')).body).toEqual({ error: 'execution expired' });
  expect(clock.now() - started).toBe(3500);
});
it('finds nobody elsewhere', async () => {
  rates.fail('refused');
  expect((await api.get('/rate')).body).toEqual({ error: 'Errno::ECONNREFUSED' });
});
`;
    expect(outcomes(await judgeRuby(config, tests))).toEqual([
      'gets what it asks for: passed',
      'sees failures: passed',
      'waits no longer than it wants to: passed',
      'finds nobody elsewhere: passed',
    ]);
  });

  it('answers one request after the other, and begins anew after a restart', async () => {
    const config = blocks(
      { '/slow': '$busy += 1; most = $busy; sleep 1; $busy -= 1; { most: }' },
      '$busy = 0',
    );
    const tests = `
import { api, restart } from 'world';
it('takes turns', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => api.get('/slow')));
  expect(answers.map(({ body }) => body.most)).toEqual([1, 1, 1]);
});
it('begins anew, also in the midst of a request', async () => {
  const lost = api.get('/slow').catch((error) => error);
  await restart();
  expect(await lost).toBeInstanceOf(Error);
  expect((await api.get('/slow')).body).toEqual({ most: 1 });
});
`;
    expect(outcomes(await judgeRuby(config, tests))).toEqual([
      'takes turns: passed',
      'begins anew, also in the midst of a request: passed',
    ]);
  });

  it('keeps to its limits, test by test', async () => {
    const config = blocks({
      '/loop': 'loop { }',
      '/fine': '{}',
      '/memory': "('x' * 1_000_000_000).length",
    });
    const loops = await judgeRuby(
      config,
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
    const memory = await judgeRuby(
      config,
      "import { api } from 'world';\nit('grows', async () => { await api.get('/memory'); });",
    );
    expect(memory).toMatchObject({ status: 'memory_limit', limitMb: 64 });
  });

  it('reaches PostgreSQL as by the pg gem', async () => {
    const seedSql =
      'CREATE TABLE things (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE, price numeric, tags text[], more jsonb, at timestamptz);';
    const config = blocks(
      {
        '/create': `
  row = DB.exec_params('INSERT INTO things (name, price, tags, more, at) VALUES ($1, $2, $3, $4, $5) RETURNING *',
                       ["100% \\"it's\\"", '1.50', ['a', 'b "c", d', nil], { x: [1] }, AT]).first
  { id: row['id'], same: row.values_at('name', 'price', 'tags', 'more', 'at') == ["100% \\"it's\\"", '1.50', ['a', 'b "c", d', nil], { 'x' => [1] }, AT] }`,
        '/show': `
  result = DB.exec_prepared('like', ['100%'])
  { ids: result.map { |row| row['id'] }, count: result.ntuples, text: PG.connect(ENV.fetch('DATABASE_URL')).exec('SELECT 1 AS one').getvalue(0, 0) }`,
        '/twice': `
  begin
    DB.transaction { 2.times { DB.exec_params('INSERT INTO things (name) VALUES ($1)', ['kept?']) } }
  rescue PG::UniqueViolation => e
    { constraint: e.result.error_field(PG::Result::PG_DIAG_CONSTRAINT_NAME), state: e.result.error_field(PG::PG_DIAG_SQLSTATE),
      left: DB.exec("SELECT count(*) AS n FROM things WHERE name = 'kept?'")[0]['n'] }
  end`,
      },
      `require 'pg'
DB = PG.connect(ENV.fetch('DATABASE_URL'))
DB.type_map_for_results = PG::BasicTypeMapForResults.new(DB)
DB.prepare('like', 'SELECT id FROM things WHERE name LIKE $1')
AT = Time.utc(2026, 1, 2, 3, 4, 5.5r)`,
    );
    const tests = `
import { api, postgres } from 'world';
it('keeps what it is given', async () => {
  expect((await api.get('/create')).body).toEqual({ id: 1, same: true });
  expect((await api.get('/show')).body).toEqual({ ids: [1], count: 1, text: '1' });
  expect(await postgres.query('SELECT name FROM things')).toEqual([{ name: '100% "it\\'s"' }]);
});
it('takes back what failed', async () => {
  expect((await api.get('/twice')).body).toEqual({ constraint: 'things_name_key', state: '23505', left: 0 });
  expect(postgres.queries.map(({ text }) => text.split(' ')[0])).toEqual(['BEGIN', 'INSERT', 'INSERT', 'ROLLBACK', 'SELECT']);
});
it('is told of failures', async () => {
  postgres.fail({ error: 'serialization_failure', statement: 'SELECT' });
  expect((await api.get('/show')).status).toBe(500);
});
`;
    expect(outcomes(await judgeRuby(config, tests, { seedSql }))).toEqual([
      'keeps what it is given: passed',
      'takes back what failed: passed',
      'is told of failures: passed',
    ]);
  });
});
