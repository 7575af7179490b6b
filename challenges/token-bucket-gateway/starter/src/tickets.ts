/** The ticket service. It belongs to another team: call it, do not change it. */
export type Ticket = { id: string; event: string; seat: string };

const tickets: Ticket[] = [
  { id: 't-1', event: 'Harbour Nights', seat: 'A12' },
  { id: 't-2', event: 'Harbour Nights', seat: 'A13' },
  { id: 't-3', event: 'String Quartet', seat: 'F1' },
];

export function findTicket(id: string): Ticket | undefined {
  console.log(`tickets: find ${id}`);
  return tickets.find((ticket) => ticket.id === id);
}

export function searchTickets(event: string): Ticket[] {
  console.log(`tickets: search ${event}`);
  return tickets.filter((ticket) => ticket.event === event);
}
