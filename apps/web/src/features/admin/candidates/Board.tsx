import { Stage } from '@assay/contracts/http';
import classes from './Board.module.css';
import { BoardColumn } from './BoardColumn.tsx';
import type { CandidateActions } from './CandidateMenu.tsx';
import { moveBetweenCards } from './moveBetweenCards.ts';
import type { CandidateFilters } from './useCandidateFilters.ts';

/** Candidates in columns by where they stand. Arrow keys go from card to card. */
export function Board({
  filters,
  actions,
}: {
  filters: CandidateFilters;
  actions: CandidateActions;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys only move the focus between links
    <div className={classes.board} onKeyDown={moveBetweenCards}>
      {Stage.options.map((stage) => (
        <BoardColumn key={stage} stage={stage} filters={filters} actions={actions} />
      ))}
    </div>
  );
}
