import { describe, expect, it } from '@jest/globals';
import { maxInvitees } from '@assay/contracts/http';
import { readPaste } from './readPaste.ts';

const messages = (text: string) =>
  readPaste(text).rows.flatMap(({ row, problems }) =>
    problems.map(({ field, message }) => `${row} ${field}: ${message}`),
  );

describe('reading a pasted list of candidates', () => {
  it('takes headings in any order, quoted cells, and first and last names', () => {
    const { rows, ...rest } = readPaste(
      '\uFEFFE-Mail,Phone,Last name,First Name,Source\r\nada@x.test,1,"Lovelace, Lady",Ada,Job board\r\n"grace@x.test",2,"Hopper ""Amazing""",Grace,\r\n',
    );
    expect(rest).toEqual({
      delimiter: 'comma',
      hasHeadings: true,
      unused: ['Phone'],
      problems: [],
    });
    expect(rows).toEqual([
      {
        row: 2,
        name: 'Ada Lovelace, Lady',
        email: 'ada@x.test',
        source: 'job_board',
        problems: [],
      },
      { row: 3, name: 'Grace Hopper "Amazing"', email: 'grace@x.test', problems: [] },
    ]);
  });

  it.each([
    ['tabs, as a spreadsheet copies cells', '\t', 'tab'],
    ['semicolons, as a spreadsheet of much of Europe saves them', ';', 'semicolon'],
    ['bars', '|', 'bar'],
  ])('takes %s, and finds the addresses without headings', (_what, mark, delimiter) => {
    const preview = readPaste(
      [`Ada Lovelace${mark}ada@x.test${mark}referral`, '', `Bo${mark}bo@x.test${mark}`].join('\n'),
    );
    expect(preview).toMatchObject({ delimiter, hasHeadings: false, problems: [] });
    expect(preview.rows).toEqual([
      { row: 1, name: 'Ada Lovelace', email: 'ada@x.test', source: 'referral', problems: [] },
      { row: 3, name: 'Bo', email: 'bo@x.test', problems: [] },
    ]);
  });

  it('says of each row what is wrong and what to do, and where an address is twice', () => {
    expect(
      messages(
        [
          'Name,Email,Source',
          ',ada@x.test,agency',
          'Bo,bo at x.test,',
          'Cy,cy.x.test,',
          'Di,ADA@x.test,carrier pigeon',
          'Ed,',
        ].join('\n'),
      ),
    ).toEqual([
      '2 name: A name is needed.',
      '3 email: An address has no blanks. Take them out.',
      '4 email: This is not an email address: it has no @.',
      '5 source: “carrier pigeon” is no source. Write job board, referral, agency, community, own search or other, or leave it empty.',
      '5 email: This address is in row 2 already. Delete one of the two.',
      '6 email: An email address is needed.',
    ]);
  });

  it('refuses a name of two lines, which could end a line of a mail’s head', () => {
    expect(messages('Name,Email\n"Ada\nBcc: all@x.test",ada@x.test')).toEqual([
      '2 name: A name is one line, without control characters.',
    ]);
  });

  it('blames an open quote on the row in which it stands', () => {
    expect(messages('Name,Email\n"Ada,ada@x.test\nBo,bo@x.test')).toEqual([
      '2 row: A quote in this row is never closed, so what follows was taken for its text. Remove it, or write two for one.',
    ]);
  });

  it('says what the headings lack', () => {
    expect(readPaste('Candidate,Phone\nAda,1').problems).toEqual([
      'No heading says where the email addresses are. Call that column Email.',
    ]);
    expect(readPaste('').rows).toEqual([]);
  });

  it('reads as many as can be invited, and says that there are more', () => {
    const lines = Array.from(
      { length: maxInvitees + 2 },
      (_, index) => `N${index},n${index}@x.test`,
    );
    const { rows, problems } = readPaste(lines.join('\n'));
    expect(rows).toHaveLength(maxInvitees);
    expect(problems).toEqual([expect.stringContaining('These are 502 candidates')]);
  });
});
