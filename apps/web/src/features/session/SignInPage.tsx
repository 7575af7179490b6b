import { Alert, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { PlainPage } from '#app/PlainPage.tsx';
import { landingPath } from './landingPath.ts';
import { PasswordField } from './PasswordField.tsx';
import { SignOnButton } from './SignOnButton.tsx';
import { signIn } from './signIn.ts';

/** Where staff sign in with address and password. Candidates never need it: their link is enough. */
export function SignInPage() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();

  const submit = async () => {
    setTried(true);
    setProblem(undefined);
    if (email.trim() === '' || password === '') return;
    setBusy(true);
    const outcome = await signIn({ email: email.trim(), password });
    setBusy(false);
    if (outcome.kind === 'refused') return setProblem(outcome.message);
    queries.clear();
    await navigate(landingPath(search.get('next')), { replace: true });
  };

  return (
    <PlainPage title="Sign in">
      <Stack gap={24}>
        <div>
          <Title order={1}>Sign in</Title>
          <Text c="dimmed" mt={4}>
            For the hiring team. Candidates open the link from their invitation.
          </Text>
        </div>
        <SignOnButton next={landingPath(search.get('next'))} problem={search.get('problem')} />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Stack gap={16}>
            {problem ? (
              <Alert
                color="red"
                role="alert"
                icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden="true" />}
              >
                {problem}
              </Alert>
            ) : null}
            <TextInput
              label="Email"
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              autoFocus
              value={email}
              error={tried && email.trim() === '' ? 'Your email is needed.' : undefined}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordField
              label="Password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              value={password}
              error={tried && password === '' ? 'Your password is needed.' : undefined}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" size="md" loading={busy} fullWidth>
              Sign in
            </Button>
          </Stack>
        </form>
        <Text size="sm" c="dimmed">
          No password yet, or forgotten it? Ask an admin for a one-time link.
        </Text>
      </Stack>
    </PlainPage>
  );
}
