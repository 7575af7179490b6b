import { SimilarWork } from '#features/review/similarity/SimilarWork.tsx';
import classes from './EvidencePanel.module.css';
import { WorkRhythm } from './WorkRhythm.tsx';

/** What there is to look at beside the work itself. It is part of no score, and says nothing about why. */
export function EvidencePanel({ attemptId, challenge }: { attemptId: string; challenge: string }) {
  return (
    <div className={classes.panel}>
      <p className={classes.lead}>
        Facts to look at and to ask about. They are part of no score, and the candidate sees them
        too.
      </p>
      <WorkRhythm attemptId={attemptId} challenge={challenge} />
      <SimilarWork attemptId={attemptId} challenge={challenge} />
    </div>
  );
}
