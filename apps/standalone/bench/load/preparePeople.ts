import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { loadChallenge } from '@assay/challenges';
import type { AssessmentDraft } from '@assay/contracts/http';
import { z } from 'zod';
import { inParallel } from './inParallel.ts';
import { type Identity, Visitor } from './Visitor.ts';

/** What everybody works on: 20 hidden tests of an HTTP service, on its reference solution. */
export const loadChallengeSlug = 'orders-api';
/** Candidates of one request that invites. */
const invitedAtOnce = 50;
/** Requests of the preparation that are on their way at one time. */
const together = 16;

export type LoadCandidate = { who: Identity; attemptId: string };
export type LoadSession = { sessionId: string; people: { who: Identity; as: 'staff' | 'link' }[] };

const WithId = z.object({ id: z.uuid() });
const Invited = z.object({ invited: z.array(z.object({ link: z.url() })) });
const Added = z.object({ participant: WithId, link: z.url() });

const draft: AssessmentDraft = {
  title: 'Load',
  organisation: 'Load',
  clockMode: 'total',
  minutes: 240,
  policies: { aiAssistants: 'allowed', documentation: 'allowed', paste: 'allowed' },
  rules: [],
  recorded: [],
  feedback: { behaviours: false, comments: false, writeUp: false },
  review: { reviewers: 1, furtherAt: 2 },
  retentionDays: 1,
  interview: { sections: [] },
  challenges: [{ slug: loadChallengeSlug }],
};

const tokenOf = (link: string) => link.split('/').at(-1) ?? '';

/** Makes the people of a load over the API, as staff and candidates would. */
export class Organiser {
  readonly #urls: readonly string[];
  readonly #admin: Visitor;
  #assessmentId = '';
  #people = 0;

  private constructor(urls: readonly string[]) {
    this.#urls = urls;
    this.#admin = new Visitor(urls[0] ?? '', 1);
  }

  static async signIn(urls: readonly string[], adminLink: string): Promise<Organiser> {
    const organiser = new Organiser(urls);
    const path = `/api/auth/magic-link/verify?token=${tokenOf(adminLink)}`;
    await organiser.#admin.send('GET', path);
    const made = await organiser.#admin.send('POST', '/api/assessments', draft);
    organiser.#assessmentId = WithId.parse(made).id;
    return organiser;
  }

  /** Candidates whose clock runs; with `working`, the reference stands in their workspace. */
  async inviteCandidates(
    count: number,
    { working }: { working: boolean },
  ): Promise<LoadCandidate[]> {
    const links: string[] = [];
    while (links.length < count) {
      const some = Math.min(invitedAtOnce, count - links.length);
      const candidates = Array.from({ length: some }, () => {
        const id = randomUUID();
        return { id, name: 'A candidate', email: `${id}@load.test` };
      });
      const batch = { assessmentId: this.#assessmentId, mail: false, candidates };
      const { invited } = Invited.parse(
        await this.#admin.send('POST', '/api/invitations/batch', batch),
      );
      links.push(...invited.map(({ link }) => link));
    }
    const files = working ? await reference() : undefined;
    return inParallel(links, together, async (link) => {
      const visitor = this.#newVisitor();
      const session = await visitor.send('POST', '/api/candidate/session', {
        token: tokenOf(link),
      });
      const { attemptId } = z.object({ attemptId: z.uuid() }).parse(session);
      await visitor.send('POST', `/api/attempts/${attemptId}/start`, {});
      if (files !== undefined) {
        const path = `/api/attempts/${attemptId}/workspaces/${loadChallengeSlug}`;
        await visitor.send('PUT', path, { files });
      }
      return { who: visitor.identity, attemptId };
    });
  }

  /** Open sessions of an interviewer and a candidate who is let in. */
  async openSessions(count: number): Promise<LoadSession[]> {
    const numbers = Array.from({ length: count }, (_, number) => number);
    return inParallel(numbers, together, async () => {
      const made = await this.#admin.send('POST', '/api/live/sessions', {
        title: 'Load',
        minutes: 120,
        from: { kind: 'challenge', slug: loadChallengeSlug },
      });
      const sessionId = WithId.parse(made).id;
      const path = `/api/live/sessions/${sessionId}`;
      await this.#admin.send('POST', `${path}/start`, {});
      const added = Added.parse(
        await this.#admin.send('POST', `${path}/participants`, {
          role: 'candidate',
          name: 'Guest',
        }),
      );
      const guest = this.#newVisitor();
      await guest.send('POST', '/api/live/link', { token: tokenOf(added.link) });
      const admit = `${path}/participants/${added.participant.id}/admit`;
      await this.#admin.send('POST', admit, { admitted: true });
      return {
        sessionId,
        people: [
          { who: this.#admin.identity, as: 'staff' as const },
          { who: guest.identity, as: 'link' as const },
        ],
      };
    });
  }

  #newVisitor(): Visitor {
    this.#people += 1;
    return new Visitor(this.#urls[this.#people % this.#urls.length] ?? '', this.#people + 1);
  }
}

async function reference(): Promise<Record<string, string>> {
  const folder = new URL(`../../../../challenges/${loadChallengeSlug}`, import.meta.url);
  const { starter, solution } = await loadChallenge(fileURLToPath(folder));
  return { ...starter, ...solution };
}
