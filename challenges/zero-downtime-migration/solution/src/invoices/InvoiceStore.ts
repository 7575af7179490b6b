export type Money = {
  /** A whole number, below 0 for a credit note. */
  cents: number;
  /** Three capital letters. */
  currency: string;
};

export type Invoice = {
  id: number;
  customer: string;
  /** Nothing when nobody can read the amount. */
  total: Money | null;
};

/** What the service does with invoices. */
export type InvoiceStore = {
  /** Gives the id of the new invoice. */
  create(invoice: { customer: string; total: Money }): Promise<number>;
  /** Gives false when there is no such invoice. */
  changeTotal(id: number, total: Money): Promise<boolean>;
  find(id: number): Promise<Invoice | undefined>;
  /** Cents by currency, over all invoices whose amount can be read. */
  sums(): Promise<Record<string, number>>;
};
