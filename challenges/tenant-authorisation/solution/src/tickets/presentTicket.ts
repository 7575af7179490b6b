import type { Desk } from '../access/desk.ts';
import type { Ticket } from '../data/store.ts';

export function presentTicket(desk: Desk, ticket: Ticket) {
  return { ...ticket, commentCount: desk.commentsOn(ticket).length };
}
