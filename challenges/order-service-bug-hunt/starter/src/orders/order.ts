import { z } from 'zod';

const Day = z.iso.date();

export const OrderInput = z.object({
  family: z.string().min(1),
  child: z.string().min(1),
  date: Day,
  meal: z.string(),
  notes: z.array(z.string()).default([]),
  email: z.string().optional(),
});
export type OrderInput = z.infer<typeof OrderInput>;

export type Order = {
  id: string;
  family: string;
  child: string;
  date: string;
  meal: string;
  notes: string[];
  priceCents: number;
  status: 'placed' | 'cancelled';
};
