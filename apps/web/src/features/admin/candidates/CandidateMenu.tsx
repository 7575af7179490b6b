import type { InvitationRow } from '@assay/contracts/http';
import { ActionIcon, Menu } from '@mantine/core';
import { IconClock, IconDotsVertical, IconLinkOff, IconLinkPlus } from '@tabler/icons-react';
import type { Choice } from './useChoice.ts';

/** What can be done with an invitation, in a dialog each, and with candidates together. */
export type CandidateActions = {
  choice: Choice;
  onTime: (invitation: InvitationRow) => void;
  onRenew: (invitation: InvitationRow) => void;
  onRevoke: (invitation: InvitationRow) => void;
};

export function CandidateMenu({ row, actions }: { row: InvitationRow; actions: CandidateActions }) {
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Actions for ${row.candidateName}`}
        >
          <IconDotsVertical size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconClock size={16} stroke={1.6} />}
          onClick={() => actions.onTime(row)}
        >
          {row.timePercent === 100 ? 'Time' : `Time, ${row.timePercent} %`}
        </Menu.Item>
        {row.state === 'revoked' ? null : (
          <Menu.Item
            leftSection={<IconLinkPlus size={16} stroke={1.6} />}
            onClick={() => actions.onRenew(row)}
          >
            Make a new link
          </Menu.Item>
        )}
        {row.state === 'open' ? (
          <Menu.Item
            color="red"
            leftSection={<IconLinkOff size={16} stroke={1.6} />}
            onClick={() => actions.onRevoke(row)}
          >
            Revoke the link
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
