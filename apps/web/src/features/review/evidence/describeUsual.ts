import type { WorkRhythm } from '@assay/contracts/http';

type Usual = NonNullable<WorkRhythm['usual']>;

const times = (n: number): string => (n === 1 ? 'once' : `${n} times`);

/** A number beside those of the other attempts: how many have more, and the middle one. Judges nothing. */
function beside({ more, median }: Usual['leavings'], others: number, unit: string): string {
  const larger = more === 0 ? 'none of the others has more' : `${more} of the others have more`;
  return `${larger}, the middle one of ${others} has ${Math.round(median)}${unit}`;
}

/** How often the page was left and how much was pasted from elsewhere, with how usual that is. */
export function describeUsual({ usual, away, insertions }: WorkRhythm): string[] {
  if (usual === undefined) {
    const pasted = insertions.filter(({ origin }) => origin === 'elsewhere');
    return [
      away.length === 0
        ? 'The page was in front all the time.'
        : `The page was not in front ${times(away.length)}.`,
      pasted.length === 0
        ? 'No large piece was reported as pasted from elsewhere.'
        : `Large pieces were pasted from elsewhere ${times(pasted.length)}.`,
      'There are too few attempts at this challenge to say how much is usual.',
    ];
  }
  const { others, leavings, pasted } = usual;
  return [
    `The page was left ${leavings.own === 0 ? 'never' : times(leavings.own)} (${beside(leavings, others, '')}).`,
    `${pasted.own} characters were pasted from elsewhere (${beside(pasted, others, '')}).`,
  ];
}
