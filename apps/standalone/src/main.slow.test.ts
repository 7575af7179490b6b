import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@assay/db';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CandidateClient } from '#testing/CandidateClient.ts';
import { type Program, startProgram } from '#testing/startProgram.ts';

const main = join(import.meta.dirname, 'main.ts');

describe('npm start', () => {
  let folder: string;
  let programs: Program[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-start-'));
  });
  afterEach(async () => {
    await Promise.all(
      programs
        .filter(({ child }) => child.exitCode === null && child.signalCode === null)
        .map((program) => program.stop('SIGKILL')),
    );
    programs = [];
    await rm(folder, { recursive: true, force: true });
  });

  function start(env: Record<string, string> = {}): Program {
    const program = startProgram(main, { PORT: '0', ASSAY_DATA_DIR: folder, ...env });
    programs.push(program);
    return program;
  }

  async function candidate(program: Program): Promise<CandidateClient> {
    const [, link = ''] = await program.prints(/Candidate +(http:\S+)/);
    return CandidateClient.open(link);
  }

  it('prints a link for each role, judges, keeps others out, stops on Ctrl-C, and loses nothing acknowledged, not even when killed', async () => {
    const program = start({ ASSAY_WARM_POSTGRES: '1', ASSAY_DEMO: '1' });
    const noor = await candidate(program);
    await program.prints(/Stop +Ctrl-C/);
    const [, url = ''] = await program.prints(/running at (\S+)/);
    const [, profile] = /Sandbox +(namespaces|process; not namespaces, because .+)\n/.exec(
      program.stdout(),
    ) ?? ['', ''];
    const health = await fetch(new URL('/health', url));
    expect(await health.json()).toMatchObject({ sandbox: [profile?.split(';')[0]] });
    for (const role of ['Reviewer', 'Interviewer', 'Admin']) {
      expect(program.stdout()).toMatch(new RegExp(`${role} +http://localhost:\\d+/sign-in/\\S+`));
    }
    const { id } = await noor.submit('orders-api');
    const { verdict } = await noor.judged(id);
    expect(verdict?.status).toBe('failed');

    const second = start();
    const [code] = await once(second.child, 'close');
    expect(code).toBe(1);
    expect(second.stderr()).toMatch(
      /^Another Assay \(process \d+\) is using the data folder \S+\. Stop it first, or set ASSAY_DATA_DIR to another folder\.\n$/,
    );

    expect(await program.stop('SIGINT')).toBe(0);
    expect(program.stderr()).toBe('');

    const kept = start();
    const again = await candidate(kept);
    expect(again.attemptId).toBe(noor.attemptId);
    expect(await again.judged(id)).toMatchObject({ verdict });
    await again.save('orders-api', { 'src/index.ts': 'export const kept = true;\n' });
    const { id: late } = await again.submit('orders-api');
    expect(await kept.stop('SIGKILL')).toBe('SIGKILL');

    const last = await candidate(start());
    expect((await last.judged(late)).state).toBe('judged');
    expect(await last.submissions()).toHaveLength(2);
  }, 180_000);

  it('without the demo gives the first admin a link, once, and refuses a newer database', async () => {
    const first = start({ ASSAY_DEMO: '0' });
    await first.prints(/First admin +http:\/\/localhost:\d+\/sign-in\/\S+/);
    expect(first.stdout()).not.toContain('Candidate');
    await first.stop('SIGTERM');
    const second = start({ ASSAY_DEMO: '0', ASSAY_BWRAP: '/no/bwrap' });
    await second.prints(/Sandbox +process; not namespaces, because ASSAY_BWRAP names/);
    await second.prints(/Stop +Ctrl-C/);
    expect(second.stdout()).not.toContain('/sign-in/');
    await second.stop('SIGTERM');

    const { pglite } = await openDatabase(folder);
    await pglite.exec(
      `INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('new', 0)`,
    );
    await pglite.close();
    const older = start({ ASSAY_DEMO: '0' });
    const [code] = await once(older.child, 'close');
    expect(code).toBe(1);
    expect(older.stderr()).toMatch(/^The database was used by a newer version of Assay\. .*\n$/);
  });

  it.each([
    [
      'a folder that cannot be written',
      { ASSAY_DATA_DIR: '/dev/null/assay' },
      /cannot write to its data folder/,
    ],
    ['a wrong setting', { PORT: 'http' }, /^Assay cannot start: PORT must be a number\.$/m],
    [
      'a sandbox that cannot be had',
      { ASSAY_SANDBOX_PROFILE: 'namespaces', ASSAY_BWRAP: '/no/bwrap' },
      /^Runners cannot be confined by the profile "namespaces": ASSAY_BWRAP names/,
    ],
  ])('says in one line what is wrong with %s', async (_what, env, line) => {
    const program = start(env);
    const [code] = await once(program.child, 'close');
    expect(code).toBe(1);
    expect(program.stderr().trim()).toMatch(line);
    expect(program.stderr().trim().split('\n')).toHaveLength(1);
  });

  it('says in one line that the port is taken, and how to use another', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const program = start({ PORT: String(port) });
    const [code] = await once(program.child, 'close');
    server.close();
    expect(code).toBe(1);
    expect(program.stderr()).toBe(
      `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start\n`,
    );
  });
});
