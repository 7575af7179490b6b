import type { BaseRates } from '@assay/contracts/http';
import classes from './RatesPicture.module.css';

/** How much pairs of attempts at a challenge share: a column for each ten percent, and where one pair stands. */
export function RatesPicture({ rates, percent }: { rates: BaseRates; percent?: number }) {
  const kept = rates.bands.reduce((sum, band) => sum + band.pairs, 0);
  const bands = [{ from: 0, pairs: rates.pairs - kept }, ...rates.bands];
  const most = Math.max(1, ...rates.bands.map((band) => band.pairs));
  const own = percent === undefined ? undefined : Math.min(90, Math.floor(percent / 10) * 10);
  return (
    <table className={`${classes.rates} numbers`}>
      <caption>
        How much the {rates.pairs} pairs of {rates.attempts} attempts at this challenge share
      </caption>
      <tbody>
        {bands.map(({ from, pairs }) => (
          <tr key={from} data-own={from === own || undefined}>
            <th scope="row">{from === 0 ? 'under 10 %' : `${from} to ${from + 10} %`}</th>
            <td>
              {/* The first would make all others invisible; its number says enough. */}
              <i
                style={{ width: `${from === 0 ? 0 : (pairs / most) * 100}%` }}
                aria-hidden="true"
              />
              {pairs}
            </td>
            <td>{from === own ? 'this pair' : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
