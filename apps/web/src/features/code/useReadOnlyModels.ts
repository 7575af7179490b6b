import type { Files } from '@assay/contracts/workspace';
import { useEffect, useState } from 'react';
import type { MonacoApi } from './loadMonaco.ts';
import { ReadOnlyModels } from './ReadOnlyModels.ts';

/** Models of `files`, for as long as the component is there. */
export function useReadOnlyModels(
  monaco: MonacoApi | undefined,
  files: Files,
  folder: string,
): ReadOnlyModels | undefined {
  const [models, setModels] = useState<ReadOnlyModels>();
  useEffect(() => {
    if (monaco === undefined) return undefined;
    const created = new ReadOnlyModels(monaco, folder);
    setModels(created);
    return () => {
      setModels(undefined);
      created.dispose();
    };
  }, [monaco, folder]);
  // After the editor, which has left what is gone by then.
  useEffect(() => models?.show(files), [models, files]);
  return models;
}
