import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkspaceProvider, type WorkspaceSocket } from '@assay/workspace/browser';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import * as Y from 'yjs';
import { CandidateClient } from '#testing/CandidateClient.ts';
import { type Program, startProgram } from '#testing/startProgram.ts';

const main = join(import.meta.dirname, 'main.ts');
const challenge = 'orders-api';
const sentence =
  'the quick brown fox jumps over the lazy dog and types on as if nothing had happened. ';

describe('an API that is killed while somebody types', () => {
  let folder: string;
  let program: Program | undefined;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-typing-'));
  });
  afterEach(async () => {
    await program?.stop('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  async function start(port: string): Promise<{ url: URL; link: string }> {
    program = startProgram(main, { PORT: port, ASSAY_DATA_DIR: folder });
    const [, link = ''] = await program.prints(/Candidate +(http:\S+)/);
    await program.prints(/Stop +Ctrl-C/);
    return { url: new URL(link), link };
  }

  it('loses no acknowledged letter, doubles none, and has all of them in the end', async () => {
    const { url, link } = await start('0');
    const candidate = await CandidateClient.open(link);
    const socket: WorkspaceSocket = io(url.origin, {
      transports: ['websocket'],
      extraHeaders: { cookie: candidate.cookie },
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
    const doc = new Y.Doc();
    const { attemptId } = candidate;
    const provider = new WorkspaceProvider({ socket, attemptId, challenge, doc });
    const until = async (condition: () => boolean) => {
      while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await until(() => provider.saveState.kind === 'saved');
    const file = doc.getMap<Y.Text>('files');
    file.set('typed.ts', new Y.Text());
    let acknowledged = 0;
    let stop = false;
    const typing = (async () => {
      for (let index = 0; !stop; index += 1) {
        const text = file.get('typed.ts');
        text?.insert(text.length, sentence[index % sentence.length] ?? '');
        await new Promise((resolve) => setTimeout(resolve, 8));
        if (provider.saveState.kind === 'saved') acknowledged = text?.length ?? 0;
        else if (provider.saveState.kind === 'saving') {
          // What is not on its way or waiting has been acknowledged.
          acknowledged = Math.max(acknowledged, (text?.length ?? 0) - provider.saveState.pending);
        }
      }
    })();

    await until(() => acknowledged > 40);
    await program?.stop('SIGKILL');
    const beforeTheKill = acknowledged;
    await until(() => provider.saveState.kind === 'offline');
    await start(url.port);
    const restarted = await candidate.files(challenge);
    expect(restarted['typed.ts']?.length).toBeGreaterThanOrEqual(beforeTheKill);
    await until(() => acknowledged > beforeTheKill + 40);
    stop = true;
    await typing;
    await provider.whenSettled();
    expect(provider.saveState).toMatchObject({ kind: 'saved' });

    const typed = file.get('typed.ts')?.toString() ?? '';
    expect(typed).toBe(
      sentence.repeat(Math.ceil(typed.length / sentence.length)).slice(0, typed.length),
    );
    expect((await candidate.files(challenge))['typed.ts']).toBe(typed);
    provider.close();
    socket.close();
  }, 120_000);
});
