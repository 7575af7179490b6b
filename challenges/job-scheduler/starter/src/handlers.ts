/** What jobs do. It belongs to other teams: call it, do not change it. */
export const kinds = ['reminder', 'statement'] as const;
export type Kind = (typeof kinds)[number];

/** In this exercise, a payload says how long a run takes, and how many attempts fail. */
export type Payload = { name: string; takesMs?: number; failTimes?: number };

/** Does the work of a job. Rejects when it fails. */
export async function handle(kind: Kind, payload: Payload, attempt: number): Promise<void> {
  const { name, takesMs = 50, failTimes = 0 } = payload;
  console.log(`start ${kind} ${name} #${attempt}`);
  await new Promise((resolve) => setTimeout(resolve, takesMs));
  if (attempt <= failTimes) {
    console.log(`fail ${kind} ${name} #${attempt}`);
    throw new Error(`${name} failed in attempt ${attempt}`);
  }
  console.log(`end ${kind} ${name} #${attempt}`);
}
