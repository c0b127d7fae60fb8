import type { Mutant } from './find-mutants';

/** A change after which the program behaves as before, and why. */
interface Equivalent {
  file: string;
  /** As shown in the report, without its position. */
  change: string;
  reason: string;
}

/** Lists changes that share a reason, each with its file. */
function because(reason: string, changes: [file: string, change: string][]): Equivalent[] {
  return changes.map(([file, change]) => ({ file, change, reason }));
}

/** Changes that no test can notice, because they have no effect. Each has its reason. */
export const EQUIVALENT: Equivalent[] = [
  ...because('No person has an id that is null, as none has 0.', [
    ['lib/accounts/change-passphrase.ts', 'userIdOf(context.actor) ?? 0 → userIdOf(context.actor)'],
  ]),
  ...because('`get` reads the first row alone, however many there are.', [
    [
      'lib/accounts/setup-link.ts',
      'db.select({ id: users.id }).from(users).where(eq(users.role… → db.select({ id: users.id }).from(users).where(eq(users.role…',
    ],
    [
      'lib/posts/commands/schedule-post.ts',
      'tx.select().from(postSlugs).where(eq(postSlugs.postId, post… → tx.select().from(postSlugs).where(eq(postSlugs.postId, post…',
    ],
    ['lib/posts/commands/schedule-post.ts', '1 → (1 + 1)'],
  ]),
  ...because('The words are ours, and none has a character that HTML knows.', [
    [
      'lib/document/callout-html.ts',
      "escapeHtml(kind === 'correction' ? words.correction : words… → kind === 'correction' ? words.correction : words.note",
    ],
    ['lib/document/footnotes-html.ts', 'escapeHtml(label) → label'],
    [
      'lib/document/footnotes-html.ts',
      'escapeHtml(stringsFor(language).footnotes) → stringsFor(language).footnotes',
    ],
    [
      'lib/document/list-html.ts',
      'escapeHtml(isDone ? words.taskDone : words.taskNotDone) → isDone ? words.taskDone : words.taskNotDone',
    ],
    [
      'lib/document/player-html.ts',
      'escapeHtml(isFilm ? words.watch : words.listen) → isFilm ? words.watch : words.listen',
    ],
    ['lib/document/player-html.ts', 'escapeHtml(title) → title'],
    [
      'lib/document/table-html.ts',
      'escapeHtml(stringsFor(state.language).table) → stringsFor(state.language).table',
    ],
  ]),
  ...because('`isCodeLanguage` lets no character through that HTML knows.', [
    ['lib/document/code-html.ts', 'escapeHtml(language) → language'],
  ]),
  ...because('What Node throws for files is an Error with a code, and nothing else.', [
    [
      'lib/settings/secrets.ts',
      "error instanceof Error && 'code' in error → (error instanceof Error) || ('code' in error)",
    ],
    [
      'lib/serving/serve-media.ts',
      "error instanceof Error && 'code' in error → (error instanceof Error) || ('code' in error)",
    ],
    [
      'lib/backup/backup.ts',
      "error instanceof Error && 'code' in error → (error instanceof Error) || ('code' in error)",
    ],
  ]),
  ...because('No other code of the system has one of these within it.', [
    ['lib/backup/backup.ts', '/^(?:ENOTEMPTY|EEXIST|ENOTDIR)$/ → /(?:ENOTEMPTY|EEXIST|ENOTDIR)$/'],
    ['lib/backup/backup.ts', '/^(?:ENOTEMPTY|EEXIST|ENOTDIR)$/ → /^(?:ENOTEMPTY|EEXIST|ENOTDIR)/'],
  ]),
  ...because('JavaScript makes a number of the text where it calculates with it.', [
    [
      'lib/fetching/guarded-request.ts',
      "Number(answer.headers['content-length'] ?? 0) → answer.headers['content-length'] ?? 0",
    ],
    ['lib/serving/serve-media.ts', 'Number(last) → last'],
    ['lib/serving/reader-html.ts', 'Number(index) → index'],
  ]),
  ...because('Nothing is found by `undefined` or `null`, as nothing is by an empty text.', [
    ['lib/document/embed-html.ts', "String(attrs?.mediaId ?? '') → attrs?.mediaId ?? ''"],
    ['lib/document/embed-html.ts', "attrs?.mediaId ?? '' → attrs?.mediaId"],
    ['lib/document/player-html.ts', "attributes.poster ?? '' → attributes.poster"],
    ['lib/serving/serve-media.ts', "name?.split('.')[1] ?? '' → name?.split('.')[1]"],
  ]),
  ...because('It is always there when this is reached; the other value is for the types.', [
    ['lib/document/escape.ts', 'ENTITIES[character] ?? character → ENTITIES[character]'],
    ['lib/fetching/guarded-request.ts', 'answer.statusCode ?? 0 → answer.statusCode'],
    ['lib/serving/reader-html.ts', "kept[Number(index)] ?? '' → kept[Number(index)]"],
    ['lib/serving/serve-media.ts', "request.headers.range ?? '' → request.headers.range"],
    ['lib/serving/serve-media.ts', 'id && name → (id) || (name)'],
    ['lib/posts/commands/duplicate-post.ts', '!draft → false'],
    ['lib/posts/commands/duplicate-post.ts', "throw new Refusal('not_found', 'postGone'); → nothing"],
    ['lib/posts/commands/duplicate-post.ts', "'not_found' → ''"],
  ]),
  ...because('Without a person the sign-in is refused by the condition beside it.', [
    ['lib/accounts/sign-in.ts', 'user?.passphraseHash ?? null → user?.passphraseHash'],
  ]),
  ...because('A mark is never the same as one that is not there.', [
    ['lib/document/inline-html.ts', 'kept < wanted.length → (kept) <= (wanted.length)'],
  ]),
  ...because('A host has brackets around an IPv6 address and nowhere else.', [
    ['lib/fetching/destination.ts', '/^\\[|\\]$/g → /^\\[|\\]/g'],
  ]),
  ...because('Without an announced length NaN is compared, which is larger than nothing.', [
    [
      'lib/fetching/guarded-request.ts',
      "answer.headers['content-length'] ?? 0 → answer.headers['content-length']",
    ],
  ]),
  ...because('Compared with a time, null is 0.', [
    ['lib/posts/commands/bin-post.ts', 'post.scheduledAt ?? 0 → post.scheduledAt'],
  ]),
  ...because('Node joins the lines of this header to one text.', [
    [
      'lib/serving/client-headers.ts',
      "String(headers['x-forwarded-for'] ?? '') → headers['x-forwarded-for'] ?? ''",
    ],
  ]),
  ...because('A protocol ends with its colon.', [
    ['lib/settings/environment.ts', '/^https?:$/ → /^https?:/'],
  ]),
];

/** Returns the change of a mutant, wherever it is in its file. */
export function changeOf({ id }: Mutant): string {
  return id.slice(id.indexOf(' ') + 1);
}

/** Returns whether a mutant is listed as one without effect. */
export function isEquivalent(mutant: Mutant): boolean {
  return EQUIVALENT.some(({ file, change }) => file === mutant.file && change === changeOf(mutant));
}
