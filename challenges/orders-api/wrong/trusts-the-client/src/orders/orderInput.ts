import { z } from 'zod';
import { catalogue } from '../catalogue.ts';

const OrderLine = z.looseObject({
  sku: z.string().refine((sku) => Object.hasOwn(catalogue, sku), 'We do not sell this.'),
  quantity: z.int().min(1).max(99),
});

/** What a client may say about a new order; prices are ours. */
export const OrderInput = z.object({
  items: z.array(OrderLine).min(1).max(20).superRefine(refuseRepeatedSkus),
  note: z.string().max(200).nullish(),
});
export type OrderInput = z.infer<typeof OrderInput>;

export const IdempotencyKey = z.object({
  'idempotency-key': z.string().min(1).max(100).optional(),
});

function refuseRepeatedSkus(items: z.infer<typeof OrderLine>[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, { sku }] of items.entries()) {
    if (seen.has(sku)) {
      context.addIssue({ code: 'custom', path: [index, 'sku'], message: 'This is ordered twice.' });
    }
    seen.add(sku);
  }
}
