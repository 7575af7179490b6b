import { setTimeout as delay } from 'node:timers/promises';
import { CandidateAttempt, CandidateSubmission } from '@assay/contracts/http';
import { z } from 'zod';

/** How long a submission may take to be judged in a test, ms: with a worker that was killed, its lock runs out first. */
const judgedWithinMs = 60_000;

/** What a candidate's browser does over HTTP, from the link on. */
export class CandidateClient {
  readonly #url: string;
  #cookie = '';
  attemptId = '';

  constructor(url: string) {
    this.#url = url;
  }

  /** Opens the link and starts the clock; a second start changes nothing. */
  static async open(link: string): Promise<CandidateClient> {
    const { origin, pathname } = new URL(link);
    const client = new CandidateClient(origin);
    const token = pathname.split('/').at(-1);
    const session = await client.#send('POST', '/api/candidate/session', { token });
    client.attemptId = z.object({ attemptId: z.string() }).parse(session).attemptId;
    await client.#send('POST', `/api/attempts/${client.attemptId}/start`, {});
    return client;
  }

  /** The session, as a browser would send it. */
  get cookie(): string {
    return this.#cookie;
  }

  async attempt(): Promise<CandidateAttempt> {
    return CandidateAttempt.parse(await this.#send('GET', `/api/attempts/${this.attemptId}`));
  }

  async save(challenge: string, files: Record<string, string>): Promise<void> {
    await this.#send('PUT', `/api/attempts/${this.attemptId}/workspaces/${challenge}`, { files });
  }

  async files(challenge: string): Promise<Record<string, string>> {
    const found = await this.#send(
      'GET',
      `/api/attempts/${this.attemptId}/workspaces/${challenge}`,
    );
    return z.object({ files: z.record(z.string(), z.string()) }).parse(found).files;
  }

  async submit(challenge: string): Promise<CandidateSubmission> {
    const path = `/api/attempts/${this.attemptId}/submissions`;
    return CandidateSubmission.parse(
      await this.#send('POST', path, { challenge, suite: 'hidden' }),
    );
  }

  async submissions(): Promise<CandidateSubmission[]> {
    const found = await this.#send('GET', `/api/attempts/${this.attemptId}/submissions`);
    return z.array(CandidateSubmission).parse(found);
  }

  async judged(id: string): Promise<CandidateSubmission> {
    const deadline = Date.now() + judgedWithinMs;
    for (;;) {
      const submission = (await this.submissions()).find((known) => known.id === id);
      if (submission?.state === 'judged') return submission;
      if (Date.now() > deadline)
        throw new Error(`Submission ${id} is ${submission?.state ?? 'unknown'}.`);
      await delay(50);
    }
  }

  async #send(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        cookie: this.#cookie,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const [cookie] = response.headers.getSetCookie();
    if (cookie !== undefined) this.#cookie = cookie.slice(0, cookie.indexOf(';'));
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answers ${response.status}: ${text}`);
    return JSON.parse(text);
  }
}
