import { store, type Ticket } from '../data/store.ts';

export function presentTicket(ticket: Ticket) {
  const comments = store.comments.filter((comment) => comment.ticketId === ticket.id);
  return { ...ticket, commentCount: comments.length };
}
