export type OrderItem = { sku: string; quantity: number; unitPriceCents: number };

export type Order = {
  id: string;
  status: 'confirmed' | 'cancelled';
  items: OrderItem[];
  totalCents: number;
  note: string | null;
  createdAt: string;
};
