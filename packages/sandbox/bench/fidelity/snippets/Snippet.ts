/** A few lines of a solution, as an ES module whose last top-level await is its end, and what they print. */
export type Snippet = {
  /** Lines at the top level; what the module's table imports for all is there. */
  code: string;
  /** Why it may print something else in the sandbox; such a snippet does not count as alike. */
  differs?: string;
};

/** The snippets of one module by title. */
export type SnippetTable = {
  module: string;
  /** Imports that every snippet begins with. */
  imports: string;
  snippets: Record<string, string | Snippet>;
};
