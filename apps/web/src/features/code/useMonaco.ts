import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useState } from 'react';
import { monacoThemeName } from '#theme/monacoThemes.ts';
import { useContrast } from '#theme/useContrast.ts';
import { loadMonaco, type MonacoApi } from './loadMonaco.ts';

/** The editor once it is there, in the colours of the page. */
export function useMonaco(): { monaco: MonacoApi | undefined; error: unknown } {
  const [monaco, setMonaco] = useState<MonacoApi>();
  const [error, setError] = useState<unknown>();
  const scheme = useComputedColorScheme('light');
  const contrast = useContrast();
  useEffect(() => {
    loadMonaco().then(setMonaco, setError);
  }, []);
  useEffect(() => {
    monaco?.editor.setTheme(monacoThemeName(scheme, contrast));
  }, [monaco, scheme, contrast]);
  return { monaco, error };
}
