import { describe, expect, it } from '@jest/globals';
import type { ChatMessage, ChatSent } from '@assay/contracts/live';
import { ChatLog, type ChatTransport } from './ChatLog.ts';
import { isInCode, splitFences } from './splitFences.ts';

const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

/** A server in memory, which can lose its answers. */
function openServer() {
  const stored: ChatMessage[] = [];
  let lose = 0;
  let refusal: { code: 'unavailable' | 'not_now'; message: string } | undefined;
  const store = (participantId: string, { id, text }: ChatSent) => {
    const known = stored.find((message) => message.id === id);
    if (known) return known;
    const from = {
      participantId,
      name: participantId,
      role: 'candidate',
      colour: '#1971c2',
    } as const;
    const message = { id, text, from, seq: stored.length + 1, at: '2026-01-01T10:00:00.000Z' };
    stored.push(message);
    return message;
  };
  const transport: ChatTransport = {
    history: async (before = Infinity) => {
      const all = stored.filter(({ seq }) => seq < before);
      return { ok: true, messages: all.slice(-3), more: all.length > 3 };
    },
    send: async (sent) => {
      if (refusal) return { ok: false, ...refusal };
      const message = store('self', sent);
      if (lose > 0) {
        lose -= 1;
        throw new Error('The connection is gone.');
      }
      return { ok: true, message };
    },
  };
  return {
    stored,
    transport,
    others: (text: string) => store('other', { id: crypto.randomUUID(), text }),
    loseAnswers: (count: number) => (lose = count),
    refuse: (next: typeof refusal) => (refusal = next),
  };
}

const write = (log: ChatLog, text: string) => {
  log.setDraft(text);
  expect(log.send()).toBe(true);
};
const textsOf = (log: ChatLog) => log.state().messages.map(({ text }) => text);

describe('the chat of a page', () => {
  it('sends again what got no answer, once there is a connection, and has it once', async () => {
    const server = openServer();
    const log = new ChatLog(server.transport, { self: 'self' });
    write(log, 'Before there is a connection');
    expect(log.state().waiting).toHaveLength(1);
    server.loseAnswers(1);
    await log.connected();
    log.disconnected();
    server.others('Meanwhile');
    await log.connected();
    await settled();
    expect(server.stored.map(({ text }) => text)).toEqual([
      'Before there is a connection',
      'Meanwhile',
    ]);
    expect(textsOf(log)).toEqual(['Before there is a connection', 'Meanwhile']);
    expect(log.state().waiting).toEqual([]);
    log.close();
  });

  it('waits where messages came too fast, and gives back what is refused', async () => {
    const server = openServer();
    const log = new ChatLog(server.transport, { self: 'self', againMs: 1 });
    await log.connected();
    server.refuse({ code: 'unavailable', message: 'Slowly.' });
    write(log, 'Soon');
    await settled();
    expect(log.state().waiting).toEqual([{ id: expect.any(String), text: 'Soon' }]);
    server.refuse(undefined);
    while (log.state().waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(textsOf(log)).toEqual(['Soon']);

    server.refuse({ code: 'not_now', message: 'This session has ended.' });
    write(log, 'Late');
    await settled();
    const [late] = log.state().waiting;
    expect(late?.refused).toBe('This session has ended.');
    log.setDraft('and more');
    log.takeBack(late?.id ?? '');
    expect(log.state()).toMatchObject({ waiting: [], draft: 'Late\nand more' });
    log.close();
  });

  it('counts what others wrote since it was looked at, through a lost connection too', async () => {
    const server = openServer();
    server.others('Old');
    const log = new ChatLog(server.transport, { self: 'self' });
    await log.connected();
    expect(log.state().unread).toBe(0);
    log.receive(server.others('New'));
    write(log, 'Own');
    await settled();
    log.disconnected();
    server.others('Missed');
    await log.connected();
    expect(log.state().unread).toBe(2);
    log.setReading(true);
    expect(log.state().unread).toBe(0);
    log.receive(server.others('Seen'));
    expect(log.state().unread).toBe(0);
    log.close();
  });

  it('fetches older ones page by page, keeps the order, and forgets none that it had', async () => {
    const server = openServer();
    for (let n = 1; n <= 8; n += 1) server.others(`${n}`);
    const log = new ChatLog(server.transport, { self: 'self' });
    await log.connected();
    expect([textsOf(log).join(''), log.state().more]).toEqual(['678', true]);
    await log.loadOlder();
    await log.connected();
    await log.loadOlder();
    expect([textsOf(log).join(''), log.state().more]).toEqual(['12345678', false]);
    log.close();
  });
});

describe('a message', () => {
  it('is words and code, whatever the code holds', () => {
    expect(splitFences('Look:\n```TS\nconst a = "<b>`x`</b>";\n\n```\n\nand?')).toEqual([
      { kind: 'text', text: 'Look:' },
      { kind: 'code', language: 'ts', text: 'const a = "<b>`x`</b>";\n' },
      { kind: 'text', text: 'and?' },
    ]);
    expect(splitFences('```\nnever closed')).toEqual([
      { kind: 'code', language: '', text: 'never closed' },
    ]);
    expect(splitFences('a ``` b')).toEqual([{ kind: 'text', text: 'a ``` b' }]);
  });

  it('knows when one writes code in it', () => {
    expect([isInCode('a'), isInCode('```ts\nx'), isInCode('```ts\nx\n```')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
