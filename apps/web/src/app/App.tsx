import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { cssVariables, theme } from '#theme/theme.ts';
import { useContrast } from '#theme/useContrast.ts';
import { queryClient } from './queryClient.ts';
import { Router } from './router.tsx';

/** Read by `public/colorScheme.js` too, before the first paint. */
const colorSchemeManager = localStorageColorSchemeManager({ key: 'assay-color-scheme' });

/** The whole app: theme, data and routes. */
export function App() {
  const contrast = useContrast();
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      cssVariablesResolver={cssVariables(contrast)}
    >
      <QueryClientProvider client={queryClient}>
        <Router />
      </QueryClientProvider>
    </MantineProvider>
  );
}
