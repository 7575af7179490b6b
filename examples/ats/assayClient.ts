import { setTimeout as delay } from 'node:timers/promises';

/** How often a request is sent again that came too fast, or at a bad moment. */
const tries = 4;

/** What the API says when it does not do what was asked. */
type Problem = { code: string; message: string };

export type Candidate = {
  attemptId: string;
  candidateName: string;
  stage: string;
  since: string;
  externalId?: string;
};

export type Attempt = {
  candidateName: string;
  assessmentTitle: string;
  state: string;
  results: { challenge: string; title: string; passed: number; total: number }[];
  grading?: {
    value?: number;
    challenges: { challenge: string; value: number }[];
    criteria: { challenge: string; criterion: string; value: number; spread: number }[];
    decisions: { outcome: string; reason: string; by: string; at: string }[];
  };
};

/** The calls of Assay's API that this integration makes. `url` is where people open Assay. */
export function assayClient({ url, token }: { url: string; token: string }) {
  async function call(method: string, path: string, body?: object): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(`${url}/api${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (response.ok) return response.json();
      if ((response.status === 429 || response.status >= 500) && attempt < tries) {
        await delay(1_000 * 2 ** attempt);
        continue;
      }
      const problem = (await response.json()) as Problem;
      throw new Error(`${problem.code}: ${problem.message}`);
    }
  }

  return {
    async listAssessments() {
      return (await call('GET', '/assessments')) as { id: string; title: string }[];
    },
    /** `id` makes it safe to repeat: the same id answers the same invitation and link. */
    async invite(invitation: {
      id: string;
      assessmentId: string;
      candidateName: string;
      candidateEmail: string;
      source: string;
      externalId: string;
    }) {
      return (await call('POST', '/invitations', invitation)) as {
        link: string;
        mailed: boolean;
        invitation: { attemptId: string };
      };
    },
    async findCandidate(externalId: string): Promise<Candidate> {
      const query = new URLSearchParams({ externalId });
      const page = (await call('GET', `/invitations?${query.toString()}`)) as { rows: Candidate[] };
      const [candidate] = page.rows;
      if (candidate === undefined) throw new Error(`Nobody was invited for ${externalId}.`);
      return candidate;
    },
    async getAttempt(attemptId: string) {
      return (await call('GET', `/review/attempts/${attemptId}`)) as Attempt;
    },
  };
}

export type AssayClient = ReturnType<typeof assayClient>;
