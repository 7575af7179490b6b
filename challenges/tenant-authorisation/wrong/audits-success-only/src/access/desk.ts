import { ApiError } from '../apiError.ts';
import type { Comment, Store, Ticket } from '../data/store.ts';
import type { User } from '../data/users.ts';
import type { AuditEntry, AuditLog } from './auditLog.ts';
import { type Action, isAllowed, isRecorded, seesInternalComments } from './policy.ts';

/**
 * The service as one user sees it: their organisation's data, and what they may do with it. Requests get this and
 * not the store, so that no route can reach another organisation or forget to ask. Each thing that a route gets
 * here was allowed, and each refusal is on record.
 */
export class Desk {
  readonly #store: Store;
  readonly #audit: AuditLog;
  readonly user: User;

  constructor(store: Store, audit: AuditLog, user: User) {
    this.#store = store;
    this.#audit = audit;
    this.user = user;
  }

  /** @throws {ApiError} forbidden, and puts it on record. */
  require(action: Action, _ticketId: string | null = null): void {
    if (isAllowed(this.user.role, action)) return;
    throw new ApiError('forbidden', 'Your role does not allow this.');
  }

  /** Puts something that was done on record, if it is of the kind that is. */
  #done(action: Action, ticketId: string | null): void {
    if (isRecorded(action)) this.#audit.add(this.user, { action, ticketId, outcome: 'allowed' });
  }

  /**
   * The ticket, for this action.
   * @throws {ApiError} not_found, whether it does not exist or is another organisation's; then forbidden.
   */
  ticket(action: Action, id: string): Ticket {
    const ticket = this.#tickets().find((one) => one.id === id);
    if (!ticket) {
      throw new ApiError('not_found', 'There is no such ticket.');
    }
    this.require(action, id);
    return ticket;
  }

  /** Newest first. */
  tickets(action: 'ticket.read' | 'export'): Ticket[] {
    this.require(action);
    this.#done(action, null);
    return this.#tickets().toReversed();
  }

  #tickets(): Ticket[] {
    return this.#store.tickets.filter((one) => one.organisationId === this.user.organisationId);
  }

  /** Those that this user may see, oldest first. */
  commentsOn(ticket: Ticket): Comment[] {
    const seesInternal = seesInternalComments(this.user.role);
    return this.#store.comments.filter(
      (comment) => comment.ticketId === ticket.id && (seesInternal || !comment.internal),
    );
  }

  addTicket(fields: Pick<Ticket, 'title' | 'deviceId' | 'priority' | 'assigneeId'>): Ticket {
    const ticket: Ticket = {
      id: this.#store.newId('t'),
      organisationId: this.user.organisationId,
      status: 'open',
      createdBy: this.user.id,
      createdAt: new Date().toISOString(),
      ...fields,
    };
    this.#store.tickets.push(ticket);
    this.#done('ticket.create', ticket.id);
    return ticket;
  }

  updateTicket(ticket: Ticket, fields: Partial<Ticket>): void {
    Object.assign(ticket, fields);
    this.#done('ticket.update', ticket.id);
  }

  deleteTicket(ticket: Ticket): void {
    this.#store.tickets = this.#store.tickets.filter((other) => other !== ticket);
    this.#store.comments = this.#store.comments.filter(({ ticketId }) => ticketId !== ticket.id);
    this.#done('ticket.delete', ticket.id);
  }

  addComment(ticket: Ticket, fields: Pick<Comment, 'text' | 'internal'>): Comment {
    const comment: Comment = {
      id: this.#store.newId('c'),
      ticketId: ticket.id,
      authorId: this.user.id,
      createdAt: new Date().toISOString(),
      ...fields,
    };
    this.#store.comments.push(comment);
    this.#done('comment.create', ticket.id);
    return comment;
  }

  auditEntries(): AuditEntry[] {
    this.require('audit.read');
    return this.#audit.entriesOf(this.user.organisationId);
  }
}
