import { StaffPage } from '#app/StaffPage.tsx';
import { ColourTable } from './ColourTable.tsx';
import { Parts } from './Parts.tsx';
import { Scales } from './Scales.tsx';

/** How the app looks and why, drawn from the theme itself: what is read here is what is used. */
export function ThemePage() {
  return (
    <StaffPage
      title="Theme"
      lead="For those who build on Assay. Everything here is drawn from the theme’s own files, in the colours that are chosen now."
    >
      <Scales />
      <ColourTable />
      <Parts />
    </StaffPage>
  );
}
