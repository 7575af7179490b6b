import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconHourglass } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#app/api.ts';
import { useLiveSession } from '#features/live/session/LiveSession.ts';
import { tellProblem } from '#features/live/session/tellProblem.ts';

const askedId = 'focus-asked';
const choices = [5, 10, 15, 20, 30];

/** Minutes in which nobody looks on: candidates ask for them, interviewers give them. */
export function FocusMenu() {
  const { sessionId, self, status } = useLiveSession();
  const isFocused = status.focus !== undefined;
  useEffect(() => {
    // What was asked for is there: nothing has to be waited for any more.
    if (isFocused) notifications.hide(askedId);
  }, [isFocused]);
  const options = {
    onError: tellProblem,
  };
  const ask = useMutation(
    api.live.askFocus.mutationOptions({
      ...options,
      onSuccess: () =>
        notifications.show({
          id: askedId,
          title: 'You have asked for focus time',
          message: 'It begins when an interviewer gives it.',
        }),
    }),
  );
  const give = useMutation(api.live.giveFocus.mutationOptions(options));
  if (self.role === 'observer' || status.state !== 'open' || isFocused) return null;
  const isCandidate = self.role === 'candidate';
  const { focusAsked } = status;
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconHourglass size={15} stroke={1.7} />}
        >
          {isCandidate && focusAsked !== undefined ? `Asked for ${focusAsked} min` : 'Focus time'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {isCandidate
            ? 'Minutes in which nobody sees what you do'
            : 'Minutes in which nobody looks on'}
        </Menu.Label>
        {choices.map((minutes) => (
          <Menu.Item
            key={minutes}
            onClick={() => (isCandidate ? ask : give).mutate({ sessionId, minutes })}
          >
            {isCandidate ? `Ask for ${minutes} minutes` : `Give ${minutes} minutes`}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
