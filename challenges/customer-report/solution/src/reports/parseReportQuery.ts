import { z } from 'zod';

const ReportQuery = z
  .object({
    from: z.iso.date('Give a date as YYYY-MM-DD.'),
    to: z.iso.date('Give a date as YYYY-MM-DD.'),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'Give two capital letters.')
      .optional(),
    limit: wholeNumber(1, 200).default(50),
    offset: wholeNumber(0, 2 ** 31 - 1).default(0),
  })
  .refine(({ from, to }) => from < to, {
    path: ['to'],
    message: 'The period has to end after it begins.',
  });
export type ReportQuery = z.infer<typeof ReportQuery>;

export type Refusal = { parameter: string; message: string };

/** Reads the parameters of the URL; says which one is refused, and why. */
export function parseReportQuery(input: unknown): { query: ReportQuery } | { refused: Refusal } {
  const result = ReportQuery.safeParse(input);
  if (result.success) return { query: result.data };
  const [issue] = result.error.issues;
  return { refused: { parameter: String(issue?.path[0]), message: issue?.message ?? '' } };
}

function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,10}$/, 'Give a whole number.')
    .transform(Number)
    .pipe(z.int().min(min).max(max));
}
