export type Money = { cents: number; currency: string };

const written = /^ *(?<sign>-?)(?<whole>\d{1,9})(?:[.,](?<part>\d{1,2}))? (?<currency>[A-Z]{3}) *$/;

export function parseAmount(text: string): Money | null {
  const found = written.exec(text)?.groups;
  if (!found) return null;
  const cents = Number(found['whole']) * 100 + Number((found['part'] ?? '').padEnd(2, '0'));
  return { cents: found['sign'] === '-' ? -cents : cents, currency: found['currency'] ?? '' };
}

export function writeAmount({ cents, currency }: Money): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)} ${currency}`;
}
