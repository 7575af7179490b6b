import {
  type ChallengeManifest,
  type ChallengeProblem,
  entryIn,
  Language,
  languageFacts,
} from '@assay/contracts/challenge';
import { type Files, findFilesProblem } from '@assay/contracts/workspace';
import type { ParsedManifest } from './parseManifest.ts';
import { filesBelow, otherLanguages, testFileKind, translationIn, wrongNames } from './sections.ts';

const topFiles = new Set(['challenge.yaml', 'README.md', 'WRITEUP.md', 'seed.sql']);
const languageFolders = Language.options
  .map((language) => languageFacts[language].folder)
  .filter((folder) => folder !== '');
const topFolders = new Set([
  'starter',
  'solution',
  'solution-alt',
  'wrong',
  'tests',
  ...languageFolders.map((folder) => folder.slice(0, -1)),
]);

/** What is missing, unknown or contradicts the manifest; files are named from the challenge's folder. */
export function findFolderProblems(
  files: Files,
  manifest: ChallengeManifest,
  lineOf: ParsedManifest['lineOf'],
): ChallengeProblem[] {
  return [
    ...unknownEntries(files),
    ...statementProblems(files),
    ...workspaceProblems(files, manifest),
    ...languageProblems(files, manifest, lineOf),
    ...testProblems(files),
    ...seedProblems(files, manifest, lineOf),
    ...wrongProblems(files, manifest, lineOf),
    ...rubricProblems(manifest, lineOf),
  ];
}

function inFile(file: string, message: string, line = 1): ChallengeProblem {
  return { file, line, message };
}

function unknownEntries(files: Files): ChallengeProblem[] {
  return Object.keys(files)
    .filter((path) =>
      path.includes('/') ? !topFolders.has(path.split('/', 1)[0] ?? '') : !topFiles.has(path),
    )
    .map((path) =>
      inFile(
        path,
        `Nothing reads this. A challenge holds ${[...topFiles].join(', ')}, ${[...topFolders].map((name) => `${name}/`).join(', ')}. Move or remove it.`,
      ),
    );
}

function statementProblems(files: Files): ChallengeProblem[] {
  if ((files['README.md'] ?? '').trim() !== '') return [];
  return [inFile('README.md', 'The statement is missing. Write what the candidate has to do.')];
}

function workspaceProblems(files: Files, manifest: ChallengeManifest): ChallengeProblem[] {
  const folders = ['starter', 'solution', 'solution-alt'];
  return folders.flatMap((folder) => {
    const workspace = filesBelow(files, folder);
    if (folder === 'solution-alt' && Object.keys(workspace).length === 0) return [];
    if (workspace[manifest.entry] === undefined) {
      return [
        inFile(
          `${folder}/${manifest.entry}`,
          'The entry is missing. Add it, or set entry in challenge.yaml.',
        ),
      ];
    }
    const problem = findFilesProblem(workspace);
    return problem ? [inFile(folder, `${problem.message} Make it smaller.`)] : [];
  });
}

/** A language is allowed when it is named, and then it has a starter and a reference; its tests are everybody's. */
function languageProblems(
  files: Files,
  manifest: ChallengeManifest,
  lineOf: ParsedManifest['lineOf'],
): ChallengeProblem[] {
  const others = otherLanguages(manifest);
  const unnamed = Language.options.filter((language) => {
    const { folder } = languageFacts[language];
    const has = folder !== '' && Object.keys(files).some((path) => path.startsWith(folder));
    return has && !others.includes(language);
  });
  const line = lineOf(['languages']);
  if (others.length > 0 && manifest.port !== 'http')
    return [
      inFile(
        'challenge.yaml',
        'Only TypeScript can be reached by its module. Set port: http.',
        line,
      ),
    ];
  return [
    ...unnamed.map((language) =>
      inFile(
        'challenge.yaml',
        `There is a folder ${languageFacts[language].folder}. Add ${language} to languages, or remove the folder.`,
        line,
      ),
    ),
    ...others.flatMap((language) => translationProblems(files, language, manifest)),
  ];
}

function translationProblems(
  files: Files,
  language: Language,
  manifest: ChallengeManifest,
): ChallengeProblem[] {
  const { folder, title } = languageFacts[language];
  const entry = entryIn(language, manifest);
  const unread = Object.keys(files)
    .filter((path) => path.startsWith(folder) && !/^[^/]+\/(starter|solution)\//.test(path))
    .map((path) =>
      inFile(
        path,
        `Nothing reads this. ${folder} holds starter/ and solution/. Move or remove it.`,
      ),
    );
  const parts = Object.entries(translationIn(files, language)).flatMap(([part, workspace]) => {
    if (workspace[entry] === undefined)
      return [
        inFile(
          `${folder}${part}/${entry}`,
          `The entry is missing. A solution in ${title} begins there. Add it, or take ${language} out of languages.`,
        ),
      ];
    const problem = findFilesProblem(workspace);
    return problem ? [inFile(`${folder}${part}`, `${problem.message} Make it smaller.`)] : [];
  });
  return [...unread, ...parts];
}

function testProblems(files: Files): ChallengeProblem[] {
  const paths = Object.keys(filesBelow(files, 'tests'));
  const kinds = new Set(paths.map(testFileKind));
  const missing = (['public', 'hidden'] as const)
    .filter((kind) => !kinds.has(kind))
    .map((kind) => inFile(`tests/${kind}.test.ts`, `There are no ${kind} tests. Add this file.`));
  const unclear = paths
    .filter((path) => testFileKind(path) === undefined)
    .map((path) =>
      inFile(
        `tests/${path}`,
        'The name does not say which suite this belongs to. Begin it with public or hidden.',
      ),
    );
  return [...missing, ...unclear];
}

function seedProblems(
  files: Files,
  manifest: ChallengeManifest,
  lineOf: ParsedManifest['lineOf'],
): ChallengeProblem[] {
  const hasSeed = files['seed.sql'] !== undefined;
  if (manifest.postgres === hasSeed) return [];
  return manifest.postgres
    ? [
        inFile(
          'seed.sql',
          'challenge.yaml says postgres: true, but there is no seed.sql. Add it with the tables.',
        ),
      ]
    : [
        inFile(
          'challenge.yaml',
          'There is a seed.sql. Set postgres: true, or remove the file.',
          lineOf(['postgres']),
        ),
      ];
}

function wrongProblems(
  files: Files,
  manifest: ChallengeManifest,
  lineOf: ParsedManifest['lineOf'],
): ChallengeProblem[] {
  const folders = new Set(wrongNames(files));
  const solution = filesBelow(files, 'solution');
  const missing = Object.keys(manifest.wrong)
    .filter((name) => !folders.has(name))
    .map((name) =>
      inFile(
        'challenge.yaml',
        `There is no folder wrong/${name}. Add it, or remove the entry.`,
        lineOf(['wrong', name]),
      ),
    );
  const unlisted = [...folders]
    .filter((name) => manifest.wrong[name] === undefined)
    .map((name) =>
      inFile(
        'challenge.yaml',
        `Name the hidden test that must catch wrong/${name}, under wrong.`,
        lineOf(['wrong']),
      ),
    );
  const unchanged = [...folders].flatMap((name) =>
    Object.entries(filesBelow(files, `wrong/${name}`))
      .filter(([path, text]) => solution[path] === text)
      .map(([path]) =>
        inFile(
          `wrong/${name}/${path}`,
          'This is the same file as in solution/. Keep only the files that differ.',
        ),
      ),
  );
  return [...missing, ...unlisted, ...unchanged];
}

function rubricProblems(
  manifest: ChallengeManifest,
  lineOf: ParsedManifest['lineOf'],
): ChallengeProblem[] {
  const ids = manifest.rubric.map((criterion) => criterion.id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          inFile(
            'challenge.yaml',
            `Two criteria have the id ${id}. Give each its own.`,
            lineOf(['rubric', index, 'id']),
          ),
        ],
  );
}
