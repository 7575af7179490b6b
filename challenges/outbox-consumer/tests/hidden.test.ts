import { clock, postgres, restart } from 'world';
import { broker, deadLetters, deliver, event, ledger, member, newMember } from './shop.ts';

describe('duplicates', () => {
  it('change nothing, also when the event comes in another message', async () => {
    const ada = await newMember();
    await deliver(event(ada, 1, 100), `${ada} a`);
    await deliver(event(ada, 2, 50), `${ada} b`);
    await deliver(event(ada, 1, 100), `${ada} a`);
    await deliver(event(ada, 1, 100), `${ada} c`);
    await deliver(event(ada, 2, 50), `${ada} d`);

    expect(await member(ada)).toEqual({ balance: 150, applied_through: 2 });
    expect(await ledger(ada)).toEqual([
      [1, 100],
      [2, 50],
    ]);
  });

  it('change nothing after a restart', async () => {
    const ada = await newMember();
    await deliver(event(ada, 1, 100), `${ada} a`);
    await deliver(event(ada, 3, -20), `${ada} c`);
    await restart();
    await clock.advance(86_400_000);
    await deliver(event(ada, 1, 100), `${ada} a`);
    await deliver(event(ada, 3, -20), `${ada} d`);
    await deliver(event(ada, 2, 7), `${ada} b`);

    expect(await member(ada)).toEqual({ balance: 87, applied_through: 3 });
    expect(await ledger(ada)).toHaveLength(3);
  });

  it('change nothing when they come at the same moment', async () => {
    const ada = await newMember();
    await Promise.all([1, 1, 2, 2, 1].map((sequence) => deliver(event(ada, sequence, 100))));

    expect(await member(ada)).toEqual({ balance: 200, applied_through: 2 });
    expect(await ledger(ada)).toHaveLength(2);
  });

  it('of an event that was put aside change nothing', async () => {
    const ada = await newMember();
    await deliver(event(ada, 1, -10), `${ada} a`);
    await deliver(event(ada, 2, 50));
    await deliver(event(ada, 1, -10), `${ada} a`);
    await deliver(event(ada, 1, -10), `${ada} b`);

    expect(await member(ada)).toEqual({ balance: 50, applied_through: 2 });
    expect(await deadLetters(`"${ada}"`)).toHaveLength(1);
  });
});

describe('order', () => {
  it('keeps what comes too early without asking for it again', async () => {
    const ada = await newMember();
    const messages = broker(ada, { duplicates: 0, reorder: false, concurrency: 1 });
    messages.send(event(ada, 5, -1), event(ada, 4, 1000), event(ada, 2, -100), event(ada, 3, 10));
    await messages.drain();
    expect(messages.deliveries.map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: 4 }, () => 'acknowledged'),
    );
    expect([await member(ada), await ledger(ada)]).toEqual([
      { balance: 0, applied_through: 0 },
      [],
    ]);

    await restart();
    await clock.advance(3 * 86_400_000);
    await deliver(event(ada, 1, 100));
    expect(await member(ada)).toEqual({ balance: 1009, applied_through: 5 });
    expect(await ledger(ada)).toEqual([
      [1, 100],
      [2, -100],
      [3, 10],
      [4, 1000],
      [5, -1],
    ]);
    expect(await deadLetters(`"${ada}"`)).toEqual([]);
  });

  it('goes on up to the next gap and no further', async () => {
    const ada = await newMember();
    for (const sequence of [6, 2, 4, 1]) await deliver(event(ada, sequence, sequence * 10));
    expect(await member(ada)).toEqual({ balance: 30, applied_through: 2 });
    await deliver(event(ada, 3, 30));
    expect(await member(ada)).toEqual({ balance: 100, applied_through: 4 });
    await deliver(event(ada, 5, 50));
    expect(await member(ada)).toEqual({ balance: 210, applied_through: 6 });
    await deliver(event(ada, 7, 70));
    expect((await ledger(ada)).map(([sequence]) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('of one member is not the order of another', async () => {
    const [ada, bob] = [await newMember(), await newMember()];
    await deliver(event(ada, 2, 5));
    await deliver(event(bob, 1, 10));
    await deliver(event(bob, 3, 30));
    await deliver(event(ada, 1, 5));

    expect(await member(ada)).toEqual({ balance: 10, applied_through: 2 });
    expect(await member(bob)).toEqual({ balance: 10, applied_through: 1 });
    await deliver(event(bob, 2, 20));
    expect(await member(bob)).toEqual({ balance: 60, applied_through: 3 });
  });

  it('judges a spending when its turn comes', async () => {
    const ada = await newMember();
    await deliver(event(ada, 1, 10));
    await deliver(event(ada, 3, -40));
    await deliver(event(ada, 4, -40));
    expect(await deadLetters(`"${ada}"`)).toEqual([]);
    await deliver(event(ada, 2, 40));

    expect(await member(ada)).toEqual({ balance: 10, applied_through: 4 });
    expect((await ledger(ada)).map(([sequence]) => sequence)).toEqual([1, 2, 3]);
    expect(await deadLetters(`"${ada}"`)).toEqual([['overdrawn', event(ada, 4, -40)]]);
  });

  it('survives a broker that repeats and overtakes', async () => {
    const members = [await newMember(), await newMember(), await newMember()];
    const messages = broker(members[0] ?? '', { duplicates: 0.4, concurrency: 6 });
    for (let sequence = 1; sequence <= 6; sequence += 1)
      for (const id of members) messages.send(event(id, sequence, sequence % 3 === 0 ? -12 : 10));
    await messages.drain();

    expect(messages.dead).toEqual([]);
    for (const id of members)
      expect([id, await member(id), await ledger(id)]).toEqual([
        id,
        { balance: 16, applied_through: 6 },
        [
          [1, 10],
          [2, 10],
          [3, -12],
          [4, 10],
          [5, 10],
          [6, -12],
        ],
      ]);
  });
});

describe('poison', () => {
  it('is put aside once, with its text', async () => {
    const good = { memberId: await newMember(), sequence: 1, type: 'earned', points: 1 };
    const texts = [
      '',
      'null',
      '[]',
      '7',
      ' {"poison": ',
      ...[
        { ...good, memberId: undefined },
        { ...good, memberId: '' },
        { ...good, memberId: 'x'.repeat(51) },
        { ...good, memberId: 7 },
        { ...good, sequence: 0 },
        { ...good, sequence: 1.5 },
        { ...good, sequence: 1_000_001 },
        { ...good, sequence: '1' },
        { ...good, type: 'given' },
        { ...good, points: 0 },
        { ...good, points: -1 },
        { ...good, points: 1.5 },
        { ...good, points: 1_000_001 },
        { ...good, points: '1' },
      ].map((bad) => JSON.stringify(bad)),
    ];
    for (const [index, text] of texts.entries()) {
      await deliver(text, `poison ${index}`);
    }
    await deliver('', 'poison 0');
    const rows = await postgres.query(
      `SELECT message_id, text, reason FROM dead_letters WHERE message_id LIKE 'poison %'`,
    );
    expect(rows.length).toBe(texts.length);
    expect(rows).toEqual(
      expect.arrayContaining(
        texts.map((text, index) => ({ message_id: `poison ${index}`, text, reason: 'malformed' })),
      ),
    );
    expect(await member(good.memberId)).toEqual({ balance: 0, applied_through: 0 });
  });

  it('is not what stands at the edge of the rules', async () => {
    const longest = 'm'.repeat(50);
    await postgres.query('INSERT INTO members VALUES ($1), ($2)', [longest, '7']);
    await deliver(event(longest, 1, 1_000_000));
    await deliver(event(longest, 1_000_000, 1));
    await deliver(event('7', 1, 1));

    expect(await member(longest)).toEqual({ balance: 1_000_000, applied_through: 1 });
    expect(await member('7')).toEqual({ balance: 1, applied_through: 1 });
    expect(await deadLetters(longest)).toEqual([]);
  });

  it('for a member that does not exist is put aside', async () => {
    const text = event('nobody', 1, 10);
    await deliver(text, 'nobody 1');
    await deliver(text, 'nobody 1');
    expect(await deadLetters('nobody')).toEqual([['unknown_member', text]]);
    expect(await postgres.query(`SELECT FROM members WHERE id = 'nobody'`)).toEqual([]);
  });

  it("that overdraws is put aside, and the member's later events go on", async () => {
    const ada = await newMember();
    await deliver(event(ada, 1, 50));
    await deliver(event(ada, 2, -51));
    await deliver(event(ada, 3, -50));
    await deliver(event(ada, 4, 5));

    expect(await member(ada)).toEqual({ balance: 5, applied_through: 4 });
    expect(await ledger(ada)).toEqual([
      [1, 50],
      [3, -50],
      [4, 5],
    ]);
    expect(await deadLetters(`"${ada}"`)).toEqual([['overdrawn', event(ada, 2, -51)]]);
  });

  it('that waited is put aside under the message that brought it', async () => {
    const ada = await newMember();
    await deliver(event(ada, 2, -51), `${ada} early`);
    await deliver(event(ada, 1, 50), `${ada} late`);
    expect(
      await postgres.query('SELECT message_id, text FROM dead_letters WHERE strpos(text, $1) > 0', [
        `"${ada}"`,
      ]),
    ).toEqual([{ message_id: `${ada} early`, text: event(ada, 2, -51) }]);
  });
});

describe('failures', () => {
  it('of the database ask for the message again', async () => {
    const ada = await newMember();
    for (const error of ['serialization_failure', 'admin_shutdown', 'disk_full'] as const) {
      postgres.fail({ error, times: 1 });
      await expect(deliver(event(ada, 1, 10), `${ada} 1`)).rejects.toThrow(/\w/);
    }
    postgres.fail({ error: 'lock_not_available', times: 1 });
    await expect(deliver('not JSON', `${ada} bad`)).rejects.toThrow(/\w/);
    expect(await deadLetters(`"${ada}"`)).toEqual([]);
    expect(await deadLetters('not JSON')).toEqual([]);

    await deliver(event(ada, 1, 10), `${ada} 1`);
    expect(await member(ada)).toEqual({ balance: 10, applied_through: 1 });
  });

  it('leave connections that can be used', async () => {
    const ada = await newMember();
    let last = 0;
    for (let skip = 0; skip < 9; skip += 1) {
      const failure = postgres.fail({ error: 'deadlock_detected', skip });
      while (failure.failed === 0) {
        last += 1;
        const text = event(ada, last, 1);
        await deliver(text).catch(() => deliver(text));
      }
    }
    const more = Array.from({ length: 12 }, (_, index) => last + 1 + index);
    await Promise.all(more.map((sequence) => deliver(event(ada, sequence, 1))));

    expect(await member(ada)).toEqual({ balance: last + 12, applied_through: last + 12 });
    expect(await ledger(ada)).toHaveLength(last + 12);
  });

  /** Delivers an event that lets two kept ones take effect, until that is done. Gives how often the process died. */
  async function settleThree(crashing: Parameters<typeof postgres.crash>[0]): Promise<number> {
    const ada = await newMember();
    await deliver(event(ada, 2, -15), `${ada} 2`);
    await deliver(event(ada, 3, -15), `${ada} 3`);
    const crash = postgres.crash(crashing);
    const messages = broker(ada, { duplicates: 0, visibilityMs: 5000 });
    messages.send(event(ada, 1, 20));
    await messages.drain();

    expect([crashing, await member(ada), await ledger(ada), await deadLetters(`"${ada}"`)]).toEqual(
      [
        crashing,
        { balance: 5, applied_through: 3 },
        [
          [1, 20],
          [2, -15],
        ],
        [['overdrawn', event(ada, 3, -15)]],
      ],
    );
    return crash.failed;
  }

  it('leave nothing half done, at whichever statement the process dies', async () => {
    let skip = 0;
    while ((await settleThree({ skip })) > 0) skip += 1;
    expect(skip).toBeGreaterThan(0);
  });

  it('do not let anything happen twice when the process dies before it has acknowledged', async () => {
    await settleThree({ statement: /commit/i, executed: true });
  });
});
