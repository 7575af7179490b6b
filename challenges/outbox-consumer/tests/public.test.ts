import { broker, deadLetters, deliver, event, ledger, member, newMember } from './shop.ts';

it('adds what is earned and takes off what is spent', async () => {
  const ada = await newMember();
  await deliver(event(ada, 1, 100));
  await deliver(event(ada, 2, -30));

  expect(await member(ada)).toEqual({ balance: 70, applied_through: 2 });
  expect(await ledger(ada)).toEqual([
    [1, 100],
    [2, -30],
  ]);
});

it('counts an event once', async () => {
  const ada = await newMember();
  for (const id of ['again 1', 'again 1', 'again 2']) await deliver(event(ada, 1, 100), id);

  expect(await member(ada)).toEqual({ balance: 100, applied_through: 1 });
  expect(await ledger(ada)).toHaveLength(1);
});

it('waits for what is missing', async () => {
  const ada = await newMember();
  await deliver(event(ada, 2, -30));
  expect(await member(ada)).toEqual({ balance: 0, applied_through: 0 });
  await deliver(event(ada, 1, 100));
  expect(await member(ada)).toEqual({ balance: 70, applied_through: 2 });
});

it('puts poison aside', async () => {
  const ada = await newMember();
  await deliver('{"memberId": poison');
  await deliver(event(ada, 1, -5));

  expect(await deadLetters('poison')).toEqual([['malformed', '{"memberId": poison']]);
  expect(await deadLetters(`"${ada}"`)).toEqual([['overdrawn', event(ada, 1, -5)]]);
  expect(await member(ada)).toEqual({ balance: 0, applied_through: 1 });
});

it('copes with a broker that repeats and overtakes', async () => {
  const ada = await newMember();
  const messages = broker('public');
  for (let sequence = 1; sequence <= 8; sequence += 1) messages.send(event(ada, sequence, 10));
  await messages.drain();

  expect(await member(ada)).toEqual({ balance: 80, applied_through: 8 });
  expect(messages.dead).toEqual([]);
});
