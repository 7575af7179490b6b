import { type LinkedFiles, linkPlaces } from './linkPlaces.ts';
import classes from './PlacedText.module.css';

/** A text whose places in files lead there. */
export function PlacedText({
  text,
  files,
  onOpenLine,
}: {
  text: string;
  files: LinkedFiles;
  onOpenLine: (file: string, line: number) => void;
}) {
  const pieces = linkPlaces(text, files);
  let at = 0;
  return pieces.map(({ text: piece, place }, index) => {
    at += piece.length;
    if (place === undefined) return <span key={at}>{piece}</span>;
    const name = `${place.file}:${place.line}`;
    return (
      <a
        key={at}
        className={piece === name ? `${classes.place} code` : classes.place}
        href={`#${name}`}
        title={name}
        onClick={(event) => {
          event.preventDefault();
          // Lines may have moved since this was drawn.
          const now = linkPlaces(text, files)[index]?.place ?? place;
          onOpenLine(now.file, now.line);
        }}
      >
        {piece}
      </a>
    );
  });
}
