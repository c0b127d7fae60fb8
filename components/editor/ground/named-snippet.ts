/** A snippet as the slash menu offers it. */
export interface NamedSnippet {
  id: number;
  name: string;
  insert: () => void;
}

/** The keys that open the snippets, in display form. */
export const SNIPPET_KEYS = 'Mod+Alt+S';
