import {
  type ChatMessage,
  type ChatPage,
  type ChatSent,
  type LiveRefusal,
  maxChatLength,
} from '@assay/contracts/live';

/** How a chat asks and tells the server. Each rejects when there is no answer. */
export type ChatTransport = {
  history: (before: number | undefined) => Promise<ChatPage | LiveRefusal>;
  send: (message: ChatSent) => Promise<{ ok: true; message: ChatMessage } | LiveRefusal>;
};

/** A message of one's own that the server has not confirmed; `refused` says why it never will. */
export type WaitingMessage = { id: string; text: string; refused?: string };

export type ChatState = {
  /** `failed`: the messages could not be had, for the reason that is said. */
  loaded: { kind: 'loading' } | { kind: 'ready' } | { kind: 'failed'; message: string };
  /** In their order. */
  messages: readonly ChatMessage[];
  waiting: readonly WaitingMessage[];
  /** What is being written. It outlives the tab that it is written in. */
  draft: string;
  /** Whether there are older ones to fetch. */
  more: boolean;
  /** Of others, since the messages were last looked at. */
  unread: number;
};

/** How long a message waits that came too soon after others, ms. */
const againMs = 2_000;

/**
 * The chat as one page has it. What is written is kept and sent again, under the same id, until the server has
 * said that it is durable or why it will not be.
 */
export class ChatLog {
  readonly #transport: ChatTransport;
  readonly #self: string;
  readonly #againMs: number;
  readonly #listeners = new Set<() => void>();
  #state: ChatState = {
    loaded: { kind: 'loading' },
    messages: [],
    waiting: [],
    draft: '',
    more: false,
    unread: 0,
  };
  /** The newest message that was looked at; undefined until the first are there. */
  #read: number | undefined;
  #isReading = false;
  #connected = false;
  #sending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    transport: ChatTransport,
    options: { /** The own participant id. */ self: string; againMs?: number },
  ) {
    this.#transport = transport;
    this.#self = options.self;
    this.#againMs = options.againMs ?? againMs;
  }

  readonly state = (): ChatState => this.#state;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** There is a connection, perhaps a new one: fetches what was missed and sends what waits. */
  async connected(): Promise<void> {
    this.#connected = true;
    void this.#sendWaiting();
    await this.#load(undefined);
  }

  disconnected(): void {
    this.#connected = false;
    clearTimeout(this.#timer);
  }

  /** Fetches the messages before the oldest that is here. */
  async loadOlder(): Promise<void> {
    await this.#load(this.#state.messages[0]?.seq);
  }

  /** A message that the server told of. */
  receive(message: ChatMessage): void {
    this.#merge([message]);
  }

  setDraft(draft: string): void {
    this.#set({ draft });
  }

  /** Sends what is written, now or when there is a connection. Answers whether there was something to send. */
  send(): boolean {
    const { draft } = this.#state;
    if (draft.trim() === '' || draft.length > maxChatLength) return false;
    const waiting = { id: crypto.randomUUID(), text: draft.replace(/\r\n?/g, '\n') };
    this.#set({ draft: '', waiting: [...this.#state.waiting, waiting] });
    void this.#sendWaiting();
    return true;
  }

  /** Makes a refused message one that is being written again. */
  takeBack(id: string): void {
    const { waiting, draft } = this.#state;
    const found = waiting.find((own) => own.id === id);
    if (found === undefined) return;
    this.#set({
      waiting: waiting.filter((own) => own !== found),
      draft: draft === '' ? found.text : `${found.text}\n${draft}`,
    });
  }

  /** Whether the messages are before somebody's eyes at the moment. */
  setReading(isReading: boolean): void {
    this.#isReading = isReading;
    this.#set({});
  }

  close(): void {
    this.disconnected();
    this.#listeners.clear();
  }

  async #load(before: number | undefined): Promise<void> {
    const page = await this.#transport.history(before).catch(() => undefined);
    if (page === undefined) {
      if (this.#connected && this.#state.loaded.kind === 'loading')
        this.#set({ loaded: { kind: 'failed', message: 'The chat could not be fetched.' } });
      return;
    }
    if (!page.ok) {
      this.#set({ loaded: { kind: 'failed', message: page.message } });
      return;
    }
    const [known] = this.#state.messages;
    const [oldest] = page.messages;
    // Of pages that were here before, the oldest still says whether there are more.
    const reachesBack = known === undefined || oldest === undefined || oldest.seq <= known.seq;
    this.#merge(page.messages, {
      loaded: { kind: 'ready' },
      ...(reachesBack && { more: page.more }),
    });
  }

  async #sendWaiting(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    clearTimeout(this.#timer);
    for (;;) {
      const next = this.#state.waiting.find(({ refused }) => refused === undefined);
      if (next === undefined || !this.#connected) break;
      const { id, text } = next;
      const answer = await this.#transport.send({ id, text }).catch(() => undefined);
      if (answer === undefined || (!answer.ok && answer.code === 'unavailable')) {
        // Nobody knows whether it is there: the same id again writes it once.
        if (this.#connected)
          this.#timer = setTimeout(() => void this.#sendWaiting(), this.#againMs);
        break;
      }
      if (answer.ok) this.#merge([answer.message]);
      else this.#refuse(id, answer.message);
    }
    this.#sending = false;
  }

  #refuse(id: string, refused: string): void {
    const { waiting } = this.#state;
    this.#set({ waiting: waiting.map((own) => (own.id === id ? { ...own, refused } : own)) });
  }

  #merge(messages: readonly ChatMessage[], change: Partial<ChatState> = {}): void {
    const bySeq = new Map(this.#state.messages.map((message) => [message.seq, message]));
    for (const message of messages) bySeq.set(message.seq, message);
    const merged = [...bySeq.values()].sort((one, other) => one.seq - other.seq);
    const arrived = new Set(messages.map(({ id }) => id));
    this.#set({
      ...change,
      messages: merged,
      waiting: this.#state.waiting.filter(({ id }) => !arrived.has(id)),
    });
  }

  #set(change: Partial<ChatState>): void {
    const next = { ...this.#state, ...change };
    const newest = next.messages.at(-1)?.seq ?? 0;
    if (this.#isReading || (this.#read === undefined && next.loaded.kind === 'ready'))
      this.#read = newest;
    const read = this.#read ?? newest;
    next.unread = next.messages.filter(
      ({ seq, from }) => seq > read && from.participantId !== this.#self,
    ).length;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}
