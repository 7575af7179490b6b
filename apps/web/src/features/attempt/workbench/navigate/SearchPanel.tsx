import { TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { OpenPlace } from '#features/attempt/submissions/ResultPanel.tsx';
import classes from './SearchPanel.module.css';
import { maxMatches, searchFiles } from './searchFiles.ts';

/** Looks for a text in all files of the workspace. */
export function SearchPanel({
  readFiles,
  onOpenPlace,
  onClose,
}: {
  readFiles: () => { path: string; text: string }[];
  onOpenPlace: OpenPlace;
  onClose: () => void;
}) {
  const [query, setQuery] = useState('');
  const settled = useDeferredValue(query);
  const matches = useMemo(() => searchFiles(readFiles(), settled), [readFiles, settled]);
  const files = new Set(matches.map(({ path }) => path));
  return (
    <search className={classes.search}>
      <TextInput
        size="xs"
        autoFocus
        aria-label="Search in all files"
        placeholder="Search in all files"
        leftSection={<IconSearch size={13} stroke={1.8} />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      />
      <p className={classes.count} role="status">
        {settled === '' ? 'Small letters find both cases.' : tell(matches.length, files.size)}
      </p>
      {[...files].map((path) => (
        <section key={path} aria-label={path}>
          <h3 className={classes.file} title={path}>
            {path}
          </h3>
          {matches
            .filter((match) => match.path === path)
            .map(({ line, column, length, text }) => (
              <UnstyledButton
                key={line}
                className={classes.match}
                title={text.trim()}
                onClick={() => onOpenPlace({ file: path, line, column })}
              >
                <span className="numbers">{line}</span>
                <span>
                  {endOf(text.slice(0, column - 1))}
                  <mark>{text.slice(column - 1, column - 1 + length)}</mark>
                  {text.slice(column - 1 + length, column + 80)}
                </span>
              </UnstyledButton>
            ))}
        </section>
      ))}
    </search>
  );
}

function tell(lines: number, files: number): string {
  if (lines === 0) return 'Found nowhere.';
  if (lines >= maxMatches) return `More than ${maxMatches} lines. Type more letters.`;
  return `${lines} ${lines === 1 ? 'line' : 'lines'} in ${files} ${files === 1 ? 'file' : 'files'}`;
}

/** What stands before a match, as far as there is room for it. */
function endOf(before: string): string {
  const text = before.trimStart();
  return text.length > 15 ? `…${text.slice(-14)}` : text;
}
