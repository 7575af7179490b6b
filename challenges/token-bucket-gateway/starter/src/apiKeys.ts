export type Plan = {
  name: string;
  /** How many tokens the bucket holds. */
  burst: number;
  /** How many tokens flow in each minute. */
  perMinute: number;
};

const boxOffice: Plan = { name: 'box-office', burst: 20, perMinute: 60 };
const partner: Plan = { name: 'partner', burst: 10, perMinute: 30 };
const trial: Plan = { name: 'trial', burst: 3, perMinute: 6 };

const plans: Record<string, Plan> = { office: boxOffice, partner, trial };

/** The plan of an API key, as `office-12`; undefined for a key that we did not give out. */
export function planOf(apiKey: string): Plan | undefined {
  const [, kind = ''] = /^(office|partner|trial)-\d{1,4}$/.exec(apiKey) ?? [];
  return plans[kind];
}
