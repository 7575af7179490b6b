import { UnstyledButton } from '@mantine/core';
import { linkPlaces } from './linkPlaces.ts';
import classes from './PlacedText.module.css';

/** A text whose places in files lead there. */
export function PlacedText({
  text,
  paths,
  onOpenLine,
}: {
  text: string;
  paths: readonly string[];
  onOpenLine: (file: string, line: number) => void;
}) {
  const pieces = linkPlaces(text, paths);
  let at = 0;
  return pieces.map(({ text: piece, place }) => {
    at += piece.length;
    if (place === undefined) return <span key={at}>{piece}</span>;
    return (
      <UnstyledButton
        key={at}
        className={`${classes.place} code`}
        onClick={() => onOpenLine(place.file, place.line)}
      >
        {piece}
      </UnstyledButton>
    );
  });
}
