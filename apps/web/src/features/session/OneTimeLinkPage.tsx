import { Button, Stack, Text, Title } from '@mantine/core';
import { AlertPage } from '#app/AlertPage.tsx';
import { IconKey, IconLinkOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { PlainPage } from '#app/PlainPage.tsx';
import { signInWithLink } from './signIn.ts';

/**
 * Asks before it uses the link up: mail scanners and link previews open addresses too,
 * and a link that works once must not be spent by them.
 */
export function OneTimeLinkPage() {
  const { token = '' } = useParams();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const navigate = useNavigate();
  const queries = useQueryClient();

  const use = async () => {
    setBusy(true);
    const outcome = await signInWithLink(token);
    setBusy(false);
    if (outcome.kind === 'refused') return setRefusal(outcome.message);
    queries.clear();
    await navigate('/', { replace: true });
  };

  if (refusal !== undefined) {
    return (
      <AlertPage
        page="Link not usable"
        icon={<IconLinkOff size={20} stroke={1.6} />}
        title="This sign-in link does not work"
        actions={[{ label: 'Sign in with a password', to: '/sign-in' }]}
      >
        <p>{refusal} Ask an admin for a new one; it takes them a few seconds.</p>
      </AlertPage>
    );
  }
  return (
    <PlainPage title="Sign in">
      <Stack gap={24} align="flex-start">
        <div>
          <Title order={1}>Welcome</Title>
          <Text c="dimmed" mt={4}>
            This link signs you in once, on this device. After that it is used up.
          </Text>
        </div>
        <Button
          size="md"
          loading={busy}
          leftSection={<IconKey size={17} stroke={1.6} />}
          onClick={() => void use()}
        >
          Sign in
        </Button>
      </Stack>
    </PlainPage>
  );
}
