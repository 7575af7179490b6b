import {
  Modal,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  useMantineColorScheme,
} from '@mantine/core';
import { fontSizes, tabSizes } from '#features/code/settings/editorSettings.ts';
import {
  changeEditorSettings,
  useEditorSettings,
} from '#features/code/settings/useEditorSettings.ts';
import { changeContrast, useContrastChoice } from '#theme/useContrast.ts';
import classes from './SettingsDialog.module.css';

/** How the editor looks and feels to this person; all of it takes effect at once and stays in this browser. */
export function SettingsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const settings = useEditorSettings();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const contrast = useContrastChoice();
  return (
    <Modal opened={opened} onClose={onClose} title="Editor settings" size={460}>
      <Stack gap={14}>
        <Row label="Colours">
          <SegmentedControl
            aria-label="Colours"
            value={colorScheme}
            onChange={(value) => setColorScheme(value)}
            data={[
              { value: 'auto', label: 'System' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
        </Row>
        <Row label="Contrast">
          <SegmentedControl
            aria-label="Contrast"
            value={contrast}
            onChange={(value) => changeContrast(value)}
            data={[
              { value: 'auto', label: 'System' },
              { value: 'normal', label: 'Normal' },
              { value: 'raised', label: 'High' },
            ]}
          />
        </Row>
        <Row label="Font size">
          <Select
            w={110}
            aria-label="Font size"
            allowDeselect={false}
            value={String(settings.fontSize)}
            onChange={(value) => changeEditorSettings({ fontSize: Number(value) })}
            data={fontSizes.map((size) => ({ value: String(size), label: `${size} px` }))}
          />
        </Row>
        <Row label="Tab size">
          <SegmentedControl
            aria-label="Tab size"
            value={String(settings.tabSize)}
            onChange={(value) =>
              changeEditorSettings({
                tabSize: tabSizes.find((size) => String(size) === value) ?? 2,
              })
            }
            data={tabSizes.map(String)}
          />
        </Row>
        <Row label="Keys">
          <SegmentedControl
            aria-label="Keys"
            value={settings.keys}
            onChange={(value) => changeEditorSettings({ keys: value })}
            data={[
              { value: 'standard', label: 'Standard' },
              { value: 'vim', label: 'Vim' },
              { value: 'emacs', label: 'Emacs' },
            ]}
          />
        </Row>
        <Row label="Wrap long lines">
          <Switch
            aria-label="Wrap long lines"
            checked={settings.wordWrap}
            onChange={(event) => changeEditorSettings({ wordWrap: event.currentTarget.checked })}
          />
        </Row>
      </Stack>
    </Modal>
  );
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={classes.row}>
      <span>{label}</span>
      {children}
    </div>
  );
}
