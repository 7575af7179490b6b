export type Message = {
  /** The broker's. */
  id: string;
  /** What the relay has published. */
  text: string;
};
