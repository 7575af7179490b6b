import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { describeProblem } from '#app/describeProblem.ts';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import type { ZipResult } from './readZip.ts';

/** Taking the workspace home as a zip, and bringing one back. */
export function useZip(workspace: AttemptWorkspace) {
  const { challenge } = workspace;
  const [choice, setChoice] = useState<{ name: string; result: ZipResult }>();
  const replace = useMutation({
    mutationFn: (files: Record<string, string>) => workspace.services.replaceFiles(files),
  });

  const download = async () => {
    const { zipFiles } = await import('./zipFiles.ts');
    const url = URL.createObjectURL(new Blob([zipFiles(workspace.readFiles())]));
    Object.assign(document.createElement('a'), { href: url, download: `${challenge}.zip` }).click();
    URL.revokeObjectURL(url);
  };

  const choose = async (file: File) => {
    const { maxZipBytes, readZip } = await import('./readZip.ts');
    // Read no more than is looked at, whatever was chosen.
    const bytes = new Uint8Array(await file.slice(0, maxZipBytes + 1).arrayBuffer());
    setChoice({ name: file.name, result: readZip(bytes, workspace.paths) });
  };

  const upload = async () => {
    if (choice?.result.ok !== true) return;
    const { files } = choice.result;
    try {
      // What was typed last must not arrive after its replacement.
      await workspace.provider.whenSettled();
      await replace.mutateAsync(files);
      setChoice(undefined);
      notifications.show({
        title: 'Your files are in place',
        message: `The workspace now holds the ${Object.keys(files).length} files of ${choice.name}.`,
      });
    } catch (error) {
      notifications.show({
        title: 'Not replaced',
        message: describeProblem(error).message,
        color: 'red',
      });
    }
  };

  return {
    download: () => void download(),
    choose: (file: File) => void choose(file),
    choice,
    forget: () => setChoice(undefined),
    upload: () => void upload(),
    uploading: replace.isPending,
  };
}
