import { Button, Menu, Tooltip } from '@mantine/core';
import {
  IconApi,
  IconArrowsSplit2,
  IconBolt,
  IconBoxMultiple,
  IconDatabase,
  IconDownload,
  IconServer2,
  IconUser,
} from '@tabler/icons-react';
import classes from './Board.module.css';
import { boardShapes, type BoardShape } from './boardShapes.ts';
import type { BoardFormat } from './exportBoard.ts';

const icons: Record<BoardShape, typeof IconServer2> = {
  service: IconServer2,
  queue: IconBoxMultiple,
  database: IconDatabase,
  cache: IconBolt,
  user: IconUser,
  balancer: IconArrowsSplit2,
  external: IconApi,
};

/** Above the board: the shapes of back-end diagrams, and taking the drawing home. */
export function BoardBar({
  readOnly,
  onShape,
  onExport,
}: {
  readOnly: boolean;
  onShape: (shape: BoardShape) => void;
  onExport: (format: BoardFormat) => void;
}) {
  return (
    <div className={classes.bar} role="toolbar" aria-label="Whiteboard">
      {readOnly ? (
        <span className={classes.note}>You can look at the board, not draw on it.</span>
      ) : (
        boardShapes.map(({ shape, name }) => {
          const Icon = icons[shape];
          return (
            <Tooltip key={shape} label={`Put on the board: ${name}`}>
              <button type="button" className={classes.shape} onClick={() => onShape(shape)}>
                <Icon size={16} stroke={1.6} aria-hidden="true" />
                {name}
              </button>
            </Tooltip>
          );
        })
      )}
      <Menu position="bottom-end" width={180}>
        <Menu.Target>
          <Button
            className={classes.export ?? ''}
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconDownload size={16} stroke={1.6} />}
          >
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onExport('png')}>As a picture (PNG)</Menu.Item>
          <Menu.Item onClick={() => onExport('svg')}>As a drawing (SVG)</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
