import type { RoleDraft } from '@assay/contracts/http';

/** What a new role says until somebody decides. */
export const blankRole: RoleDraft = {
  title: '',
  organisation: '',
  level: 'mid',
  skills: [],
  sections: { intro: '', overview: '', project: '', culture: '', qualifications: '' },
};
