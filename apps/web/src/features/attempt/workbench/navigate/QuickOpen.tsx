import { Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useId, useState } from 'react';
import classes from './QuickOpen.module.css';
import { rankPaths } from './rankPaths.ts';

/** How many files are shown; who looks for another types one letter more. */
const maxShown = 12;

/** Goes to a file by a few letters of its name. */
export function QuickOpen({
  opened,
  paths,
  onClose,
  onOpen,
}: {
  opened: boolean;
  paths: string[];
  onClose: () => void;
  onOpen: (path: string) => void;
}) {
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      padding={0}
      size={520}
      yOffset="12vh"
      centered={false}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Go to a file">
        <Finder
          paths={paths}
          onOpen={(path) => {
            onClose();
            onOpen(path);
          }}
        />
      </Modal.Content>
    </Modal.Root>
  );
}

function Finder({ paths, onOpen }: { paths: string[]; onOpen: (path: string) => void }) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const found = rankPaths(paths, query).slice(0, maxShown);
  const index = Math.min(chosen, found.length - 1);
  const move = (by: number) => setChosen((index + by + found.length) % found.length);
  return (
    <>
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        classNames={{ root: classes.field, input: classes.input }}
        placeholder="Go to a file"
        role="combobox"
        aria-label="Part of a file's name"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? `${list}-${index}` : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          const path = found[index];
          if (event.key === 'Enter' && path !== undefined) onOpen(path);
          else if (event.key === 'ArrowDown' && found.length > 0) move(1);
          else if (event.key === 'ArrowUp' && found.length > 0) move(-1);
          else return;
          event.preventDefault();
        }}
      />
      <div id={list} role="listbox" aria-label="Files" className={classes.list}>
        {found.map((path, position) => (
          <UnstyledButton
            key={path}
            id={`${list}-${position}`}
            role="option"
            tabIndex={-1}
            aria-selected={position === index}
            className={classes.option}
            onClick={() => onOpen(path)}
          >
            <span>{path.slice(path.lastIndexOf('/') + 1)}</span>
            <span className={classes.folder}>
              {path.slice(0, Math.max(0, path.lastIndexOf('/')))}
            </span>
          </UnstyledButton>
        ))}
        {found.length === 0 ? <p className={classes.none}>No file is called that.</p> : null}
      </div>
    </>
  );
}
