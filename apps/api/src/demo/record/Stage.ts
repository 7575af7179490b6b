import { createRouterClient, type RouterClient } from '@orpc/server';
import type { Member } from '@assay/contracts/http';
import type { Services } from '#services.ts';
import { router } from '#http/router.ts';
import type { PlayedClock } from './PlayedClock.ts';
import type { Sessions } from '#sessions/sessions.ts';

export type Caller = RouterClient<typeof router>;

/** Where a recording is played: the API as it is, with its routes called by whoever is to act, at the time that is played. */
export class Stage {
  readonly services: Services;
  readonly clock: PlayedClock;
  /** From which everything counts; what is recorded happened before it. */
  readonly recordedAt: Date;

  constructor(services: Services, clock: PlayedClock) {
    this.services = services;
    this.clock = clock;
    this.recordedAt = clock.now();
  }

  /** So many days before the recording, at an hour of the day in UTC. */
  daysAgo(days: number, hour = 9): Date {
    const at = new Date(this.recordedAt.getTime() - days * 24 * 60 * 60_000);
    at.setUTCHours(Math.floor(hour), Math.round((hour % 1) * 60), 0, 0);
    return at;
  }

  /** The routes as a member of staff calls them, behind their policies. */
  as(member: Member): Caller {
    return this.#caller({ staff: async () => ({ member, scopes: 'all' }) });
  }

  candidate(attemptId: string): Caller {
    return this.#caller({ candidateAttempt: async () => attemptId });
  }

  anyone(): Caller {
    return this.#caller({});
  }

  #caller(own: Partial<Sessions>): Caller {
    const sessions: Sessions = {
      candidateAttempt: async () => undefined,
      liveParticipant: async () => undefined,
      staff: async () => undefined,
      setPassword: async () => {},
      ...own,
    };
    const context = {
      services: this.services,
      sessions,
      nameRoute: () => {},
      setCandidateCookie: () => {},
      setLiveCookie: () => {},
    };
    return createRouterClient(router, { context });
  }
}
