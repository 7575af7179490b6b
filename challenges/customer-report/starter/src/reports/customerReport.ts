export type Amounts = {
  orders: number;
  grossCents: number;
  refundedCents: number;
  netCents: number;
};

export type ReportedCustomer = Amounts & {
  id: number;
  name: string;
  country: string;
  lastOrderAt: Date | null;
  topProduct: { id: number; name: string; quantity: number } | null;
};

export type CustomerReport = {
  period: { from: string; to: string };
  totals: Amounts & { customers: number };
  customers: ReportedCustomer[];
};
