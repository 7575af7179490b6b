import { Alert, Anchor, Button, Divider, Stack } from '@mantine/core';
import { IconAlertTriangle, IconBuilding, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { addStaffRoutes } from '#app/staffRoutes.ts';
import { describeSignOnProblem } from './describeSignOnProblem.ts';

addStaffRoutes();

/** The way in by the provider of the organisation, where there is one, and what came of the last try. */
export function SignOnButton({ next, problem }: { next: string; problem: string | null }) {
  const signOn = useQuery(api.getSignOn.queryOptions({ staleTime: Infinity }));
  const name = signOn.data?.name;
  if (name === undefined) return null;
  const message = problem === null ? undefined : describeSignOnProblem(problem, name);
  return (
    <Stack gap={16}>
      {problem === 'signed-out' ? (
        <Alert icon={<IconCircleCheck size={16} stroke={1.6} aria-hidden="true" />} role="status">
          You are signed out here, and may still be signed in at {name}.{' '}
          <Anchor inherit href="/api/sign-on/sign-out">
            Sign out there, too
          </Anchor>
        </Alert>
      ) : null}
      {message === undefined ? null : (
        <Alert
          color="red"
          role="alert"
          icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden="true" />}
        >
          {message}
        </Alert>
      )}
      <Button
        component="a"
        href={`/api/sign-on/start?next=${encodeURIComponent(next)}`}
        size="md"
        variant="default"
        fullWidth
        leftSection={<IconBuilding size={17} stroke={1.6} />}
      >
        Sign in with {name}
      </Button>
      <Divider label="or with a password" labelPosition="center" />
    </Stack>
  );
}
