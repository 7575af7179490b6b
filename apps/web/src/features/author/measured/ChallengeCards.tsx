import type { ChallengeFigures } from '@assay/contracts/http';
import { relations, shares } from '#features/fairness/describeFigure.ts';
import { FigureCard } from '#features/fairness/FigureCard.tsx';
import cards from '#features/fairness/FigureCard.module.css';
import { FigureCell } from '#features/fairness/FigureCell.tsx';
import { TimeCell } from './TimeCell.tsx';

/** The figures of a challenge as a whole. */
export function ChallengeCards({ figures }: { figures: ChallengeFigures }) {
  return (
    <div className={cards.cards}>
      <FigureCard title="Every hidden test passes" hint="Of the works that were judged.">
        <FigureCell figure={figures.solved} scale={shares} />
      </FigureCard>
      <FigureCard
        title="Not finished"
        hint="Never opened, or the clock ended it while hidden tests failed. Of all attempts that have ended."
      >
        <FigureCell figure={figures.unfinished} scale={shares} />
      </FigureCard>
      <FigureCard
        title="Time used"
        hint="Of those whose clock was this challenge’s alone: half of them lie within the bar. Time that we gave back does not count."
      >
        <TimeCell time={figures.time} minutes={figures.minutes} />
      </FigureCard>
      <FigureCard
        title="Goes with the other challenges"
        hint="Correlation of the tests that pass here with those of the same people’s other challenges. Near 0 it measures something of its own."
      >
        <FigureCell figure={figures.discrimination} scale={relations} />
      </FigureCard>
    </div>
  );
}
