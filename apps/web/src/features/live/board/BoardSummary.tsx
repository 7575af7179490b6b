import { boardOf, describeBoard, readBoard } from '@assay/workspace/board';
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import type * as Y from 'yjs';

/** What the drawing says, in words: for those who cannot see the canvas. */
export function BoardSummary({ doc }: { doc: Y.Doc }) {
  const [lines, setLines] = useState(() => describeBoard(readBoard(doc)));
  useEffect(() => {
    const refresh = () => setLines(describeBoard(readBoard(doc)));
    const board = boardOf(doc);
    board.observe(refresh);
    refresh();
    return () => board.unobserve(refresh);
  }, [doc]);
  return <BoardLines lines={lines} />;
}

/** A drawing in words, hidden from view. */
export function BoardLines({ lines }: { lines: readonly string[] }) {
  return (
    <VisuallyHidden>
      <h3>On the board</h3>
      {lines.length === 0 ? <p>Nothing yet.</p> : null}
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </VisuallyHidden>
  );
}
