import type { CandidateRow } from '@assay/contracts/http';
import { Link } from 'react-router';
import { sourceNames } from '#features/admin/invitations/sources.ts';
import classes from './Board.module.css';
import { type CandidateActions, CandidateMenu } from './CandidateMenu.tsx';
import { ChoiceBox } from './ChoiceBox.tsx';
import { describeSince } from './describeSince.ts';
import { MailLine } from './MailLine.tsx';
import { cardLink } from './moveBetweenCards.ts';

/** One candidate on the board. */
export function CandidateCard({ row, actions }: { row: CandidateRow; actions: CandidateActions }) {
  return (
    <li className={classes.card}>
      <div className={classes.top}>
        <ChoiceBox row={row} choice={actions.choice} />
        <Link className={classes.name} to={`/review/${row.attemptId}`} {...cardLink}>
          {row.candidateName}
        </Link>
        <CandidateMenu row={row} actions={actions} />
      </div>
      <p className={classes.line}>{row.assessmentTitle}</p>
      <MailLine mail={row.mail} />
      <p className={`${classes.foot} numbers`}>
        <time dateTime={row.since}>{describeSince(row)}</time>
        {row.source ? <span>{sourceNames[row.source]}</span> : null}
      </p>
    </li>
  );
}
