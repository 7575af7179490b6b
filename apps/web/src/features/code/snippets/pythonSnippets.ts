import type { Snippet } from './setUpSnippets.ts';

/** Of the language, and of what a challenge in Python has beside it. */
export const pythonSnippets: readonly Snippet[] = [
  {
    name: 'route',
    about: 'Answer a request',
    code: "@app.${1|get,post,put,patch,delete|}('/${2:path}')\ndef ${3:view}():\n\treturn ${4:{\\}}\n",
  },
  {
    name: 'errorhandler',
    about: 'Answer an exception',
    code: "@app.errorhandler(${1:Exception})\ndef ${2:handle}(error):\n\treturn {'error': ${3:'…'}}, ${4:400}\n",
  },
  { name: 'def', about: 'Function', code: 'def ${1:name}(${2}):\n\t${0:pass}\n' },
  {
    name: 'class',
    about: 'Class',
    code: 'class ${1:Name}:\n\tdef __init__(self${2}):\n\t\t${0:pass}\n',
  },
  {
    name: 'dataclass',
    about: 'Class of fields',
    code: '@dataclass\nclass ${1:Name}:\n\t${2:field}: ${3:str}\n',
  },
  { name: 'for', about: 'Loop', code: 'for ${1:item} in ${2:items}:\n\t${0:pass}\n' },
  { name: 'if', about: 'Condition', code: 'if ${1:condition}:\n\t${0:pass}\n' },
  {
    name: 'try',
    about: 'Catch an exception',
    code: 'try:\n\t${1:pass}\nexcept ${2:Exception} as error:\n\t${0:raise}\n',
  },
  {
    name: 'connect',
    about: 'PostgreSQL of the run',
    code: "connection = psycopg.connect(os.environ['DATABASE_URL'], autocommit=True, row_factory=dict_row)\n",
  },
  {
    name: 'transaction',
    about: 'Several statements or none',
    code: "with connection.transaction():\n\tconnection.execute(${1:'…'}, (${2},))\n",
  },
];
