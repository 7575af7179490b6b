import type { User } from '../data/users.ts';
import type { Action } from './policy.ts';

export type AuditEntry = {
  at: string;
  userId: string;
  action: Action;
  ticketId: string | null;
  outcome: 'allowed' | 'denied';
};

/** Who did what, or tried to, by organisation. Entries are added and never changed. */
export class AuditLog {
  readonly #entries = new Map<string, AuditEntry[]>();

  add(user: User, entry: Pick<AuditEntry, 'action' | 'ticketId' | 'outcome'>): void {
    const entries = this.#entries.get(user.organisationId) ?? [];
    entries.push({ at: new Date().toISOString(), userId: user.id, ...entry });
    this.#entries.set(user.organisationId, entries);
  }

  /** Newest first. */
  entriesOf(organisationId: string): AuditEntry[] {
    return (this.#entries.get(organisationId) ?? []).toReversed();
  }
}
