import { handle } from 'solution';
import { postgres, queue, type QueueOptions } from 'world';

let lastMessage = 0;
let lastMember = 0;

/** Adds a member that no other test knows. */
export async function newMember(): Promise<string> {
  for (;;) {
    lastMember += 1;
    const id = `member ${lastMember}`;
    const added = await postgres.query(
      'INSERT INTO members VALUES ($1) ON CONFLICT DO NOTHING RETURNING id',
      [id],
    );
    if (added.length === 1) return id;
  }
}

/** The text of an event; points below 0 are spent. */
export function event(memberId: string, sequence: number, points: number): string {
  const type = points > 0 ? 'earned' : 'spent';
  return JSON.stringify({ memberId, sequence, type, points: Math.abs(points), cinema: 'Astoria' });
}

/** Delivers a text once, in a message of its own unless its id is given. */
export async function deliver(text: string, id?: string): Promise<void> {
  lastMessage += 1;
  await handle({ id: id ?? `own ${lastMessage} ${text.length}`, text });
}

/** A broker whose messages have ids that begin with `name`. */
export function broker(name: string, options?: QueueOptions) {
  return queue<string>(({ id, body }) => handle({ id: `${name} ${id}`, text: body }), options);
}

export async function member(id: string) {
  const [found] = await postgres.query(
    'SELECT balance, applied_through FROM members WHERE id = $1',
    [id],
  );
  return found;
}

/** The points in a member's ledger, in the order of their events. */
export async function ledger(id: string): Promise<[sequence: number, points: number][]> {
  const rows = await postgres.query(
    'SELECT sequence, points FROM ledger WHERE member_id = $1 ORDER BY sequence',
    [id],
  );
  return rows.map(({ sequence, points }) => [Number(sequence), Number(points)]);
}

/** Reason and text of the dead letters that have something in them. */
export async function deadLetters(containing: string): Promise<[string, string][]> {
  const rows = await postgres.query(
    'SELECT reason, text FROM dead_letters WHERE strpos(text, $1) > 0 ORDER BY message_id',
    [containing],
  );
  return rows.map(({ reason, text }) => [String(reason), String(text)]);
}
