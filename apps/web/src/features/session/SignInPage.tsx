import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { PlainPage } from '#app/PlainPage.tsx';
import { landingPath } from './landingPath.ts';
import { signIn } from './signIn.ts';

/** Where staff sign in with address and password. Candidates never need it: their link is enough. */
export function SignInPage() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();

  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
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
            For reviewers, interviewers and admins. Candidates open the link from their invitation.
          </Text>
        </div>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Stack gap={16}>
            {problem ? (
              <Alert color="red" role="alert">
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
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordInput
              label="Password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" size="md" loading={busy} fullWidth>
              Sign in
            </Button>
          </Stack>
        </form>
        <Text size="sm" c="dimmed">
          No password yet, or forgotten it? Ask an admin for a one-time sign-in link.
        </Text>
      </Stack>
    </PlainPage>
  );
}
