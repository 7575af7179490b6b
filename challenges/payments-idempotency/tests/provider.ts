import { api, upstream, type UpstreamReply } from 'world';

type Charge = { amountCents: number; source: string; reference: string };

const answered = new Map<string, { asked: string; reply: UpstreamReply }>();
/** Every charge that moved money, in this run. */
const charges: (Charge & { id: string })[] = [];

export const provider = upstream('https://pay.test');

/** Charges once for each key, and declines `tok_poor`. */
beforeEach(() => {
  provider.reply('POST /v1/charges', ({ headers, body }) => {
    const key = headers['idempotency-key'] ?? '';
    const { amountCents, source, reference }: Charge = body;
    const asked = JSON.stringify([amountCents, source, reference]);
    const before = answered.get(key);
    if (before) return before.asked === asked ? before.reply : { status: 422, body: {} };
    const reply = source === 'tok_poor' ? decline() : take({ amountCents, source, reference });
    answered.set(key, { asked, reply });
    return reply;
  });
});

function take(charge: Charge): UpstreamReply {
  const id = `ch_${charges.length + 1}`;
  charges.push({ ...charge, id });
  return { status: 201, body: { id } };
}

function decline(): UpstreamReply {
  return { status: 402, body: { error: 'card_declined' } };
}

/** What was charged for a booking. */
export const charged = (bookingId: string) =>
  charges.filter(({ reference }) => reference === bookingId);

/** Gives bookings that no test has touched, and what they cost. Each test file has numbers of its own. */
export function bookingsFrom(number: number): () => { bookingId: string; amountCents: number } {
  let next = number;
  return () => {
    const booking = { bookingId: `FB-${next}`, amountCents: 4000 + next * 10 };
    next += 1;
    return booking;
  };
}

/** A payment with a key of its own unless given. */
export function pay(bookingId: string, key = `key of ${bookingId}`, cardToken = 'tok_visa') {
  return api.post('/payments', { bookingId, cardToken }, { headers: { 'idempotency-key': key } });
}

export async function paymentsOf(bookingId: string) {
  return (await api.get(`/bookings/${bookingId}/payments`)).body.payments;
}

export async function statusesOf(bookingId: string): Promise<string[]> {
  return (await paymentsOf(bookingId)).map(({ status }: { status: string }) => status);
}

/** Status and code of answers, such as `409 key_reused`. */
export function told(...answers: { status: number; body: { error?: { code: string } } }[]) {
  return answers.map(({ status, body }) => [status, body.error?.code].join(' ').trim());
}
