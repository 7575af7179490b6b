export type Ticket = {
  id: string;
  organisationId: string;
  deviceId: string;
  title: string;
  status: 'open' | 'in_progress' | 'done';
  priority: number;
  assigneeId: string | null;
  createdBy: string;
  createdAt: string;
};

export type Comment = {
  id: string;
  ticketId: string;
  authorId: string;
  text: string;
  internal: boolean;
  createdAt: string;
};

/** Stands for our database: the tickets and comments of all organisations, oldest first. */
export class Store {
  tickets: Ticket[] = [];
  comments: Comment[] = [];
  #lastId = 0;

  newId(kind: 't' | 'c'): string {
    this.#lastId += 1;
    return `${kind}-${this.#lastId}`;
  }
}

export const store = new Store();
