import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { describeProblem } from '#app/describeProblem.ts';
import { useLiveSession } from '#features/live/session/LiveSession.ts';
import classes from './Call.module.css';

/** Lets an interviewer hold the call elsewhere, or here again. */
export function MeetingMenu() {
  const { sessionId, status } = useLiveSession();
  const [opened, setOpened] = useState(false);
  const [url, setUrl] = useState('');
  const set = useMutation(
    api.live.setMeeting.mutationOptions({ onSuccess: () => setOpened(false) }),
  );
  const address = url.trim();
  const isWrong = address !== '' && URL.parse(address)?.protocol !== 'https:';
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={340}
      trapFocus
      returnFocus
      withRoles
    >
      <Popover.Target>
        <Tooltip label="Hold the call elsewhere">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label="Hold the call elsewhere"
            onClick={() => {
              set.reset();
              setUrl(status.meeting ?? '');
              setOpened(!opened);
            }}
          >
            <IconLink size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Hold the call elsewhere">
        <form
          className={classes.meeting}
          onSubmit={(event) => {
            event.preventDefault();
            if (address !== '' && !isWrong) set.mutate({ sessionId, url: address });
          }}
        >
          <TextInput
            label="Meeting link"
            description="Everybody in the session sees it in place of the call here, until the end."
            placeholder="https://"
            value={url}
            error={
              isWrong
                ? 'A meeting link begins with https://.'
                : set.error
                  ? describeProblem(set.error).message
                  : undefined
            }
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <div className={classes.meetingActions}>
            {status.meeting === undefined ? null : (
              <Button
                size="compact-sm"
                variant="default"
                disabled={set.isPending}
                onClick={() => set.mutate({ sessionId, url: null })}
              >
                Call here again
              </Button>
            )}
            <Button
              type="submit"
              size="compact-sm"
              loading={set.isPending}
              disabled={address === '' || isWrong}
            >
              Use this link
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
