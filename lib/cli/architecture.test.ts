import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import rules from '../../.dependency-cruiser.cjs';

/** A program that keeps every rule. Stub packages replace the real ones. */
const SOUND = {
  'tsconfig.json':
    '{"compilerOptions":{"moduleResolution":"bundler","module":"esnext","paths":{"@/*":["./*"]}}}',
  'package.json': '{"dependencies":{"better-sqlite3":"1","drizzle-orm":"1","react":"1","@tiptap/core":"1"}}',
  ...Object.fromEntries(
    ['better-sqlite3', 'drizzle-orm', 'react', '@tiptap/core'].flatMap((name) => [
      [`node_modules/${name}/package.json`, `{"name":"${name}","version":"1.0.0","main":"index.js"}`],
      [`node_modules/${name}/index.js`, 'module.exports = {};'],
    ]),
  ),
  'app/(reader)/page.tsx':
    "import { Headline } from '@/components/reader/article/headline'; export default Headline;",
  'components/reader/article/headline.tsx':
    "import type { Row } from '@/lib/posts/list'; export const Headline = (row: Row) => row;",
  'components/editor/room.tsx':
    "import { core } from '@tiptap/core'; import { save } from './saving/save'; export const room = [core, save];",
  'components/editor/saving/save.ts':
    "import { list } from '@/components/desk/ui/list.client'; import type { Fields } from '../ground/fields'; export const save = (f: Fields) => list(f);",
  'components/editor/ground/fields.ts': 'export type Fields = { headline: string };',
  'components/desk/ui/list.client.tsx':
    "import type { Renamed } from '@/lib/posts/commands/rename'; export const list = (r: Renamed) => r;",
  'lib/cleaning/clean.ts': "import { words } from '@/lib/language/words'; export const clean = words;",
  'lib/language/words.ts': 'export const words = 1;',
  'lib/media/find.ts': "import { words } from '@/lib/language/words'; export const find = words;",
  'lib/posts/commands/rename.ts':
    "import { find } from '@/lib/media/find'; export type Renamed = typeof find; export const rename = find;",
  'lib/posts/list.ts': "import { posts } from './queries'; export type Row = typeof posts;",
  'lib/posts/queries.ts': "import { schema } from '@/db/schema'; export const posts = schema;",
  'lib/posts/queries.test.ts': "import { build } from '@/tools/testing/build'; build();",
  'lib/next/action.ts': "import { react } from 'react'; export const action = react;",
  'tools/testing/build.ts': "import { posts } from '@/lib/posts/queries'; export const build = () => posts;",
  'db/client.ts':
    "import sqlite from 'better-sqlite3'; import { schema } from './schema'; export type Db = typeof sqlite; export const db = schema;",
  'db/schema.ts':
    "import { table } from 'drizzle-orm'; export type Table = typeof table; export const schema = table;",
  'e2e/reading.spec.ts': "import { posts } from '@/lib/posts/queries'; posts;",
  'server.ts': "import { action } from '@/lib/next/action'; import { db } from '@/db/client'; action(db);",
  'drizzle.config.ts': "import { schema } from './db/schema'; export default schema;",
};

/** The number of modules in it: all files except the packages and their list. */
const COUNT = Object.keys(SOUND).filter((path) => !/^node_modules\/|\.json$/.test(path)).length;

/** Files that break each rule, with the sentence that reports it. */
const BREACHES: [string, Record<string, string>][] = [
  [
    'no-circular: lib/posts/a.ts -> lib/posts/b.ts -> lib/posts/a.ts',
    {
      'lib/posts/a.ts': "import { b } from './b'; export const a = b;",
      'lib/posts/b.ts': "import { a } from './a'; export const b = a;",
    },
  ],
  [
    'no-circular: lib/posts/c.ts -> lib/posts/d.ts -> lib/posts/c.ts',
    {
      'lib/posts/c.ts': "import { d } from './d'; export type C = string; export const c = d;",
      'lib/posts/d.ts': "import type { C } from './c'; export const d: C = 'd';",
    },
  ],
  ['no-orphans: lib/posts/alone.ts', { 'lib/posts/alone.ts': 'export const alone = 1;' }],
  ['not-resolvable: lib/posts/lost.ts -> ./nowhere', { 'lib/posts/lost.ts': "import './nowhere';" }],
  [
    'db-imports-nothing-of-ours: db/seed.ts -> lib/posts/queries.ts',
    {
      'db/seed.ts': "import type { posts } from '@/lib/posts/queries'; export type Posts = typeof posts;",
    },
  ],
  [
    'lib-knows-no-screen: lib/posts/screen.ts -> node_modules/react/index.js',
    {
      'lib/posts/screen.ts': "import { react } from 'react'; export const screen = react;",
    },
  ],
  [
    'only-next-code-uses-lib-next: lib/posts/session.ts -> lib/next/action.ts',
    {
      'lib/posts/session.ts': "import { action } from '@/lib/next/action'; export const session = action;",
    },
  ],
  [
    'components-never-query: components/desk/ask.tsx -> lib/posts/queries.ts',
    {
      'components/desk/ask.tsx': "import { posts } from '@/lib/posts/queries'; export const ask = posts;",
    },
  ],
  [
    'components-never-query: components/reader/rows.tsx -> lib/posts/queries.ts',
    {
      'components/reader/rows.tsx':
        "import type { posts } from '@/lib/posts/queries'; export type Rows = typeof posts;",
    },
  ],
  [
    'components-never-command: components/desk/do.tsx -> lib/posts/commands/rename.ts',
    {
      'components/desk/do.tsx':
        "import { rename } from '@/lib/posts/commands/rename'; export const run = rename;",
    },
  ],
  [
    'reader-components-use-no-desk-or-editor: components/reader/field.tsx -> components/editor/ground/fields.ts',
    {
      'components/reader/field.tsx':
        "import type { Fields } from '@/components/editor/ground/fields'; export type Field = Fields;",
    },
  ],
  [
    'desk-components-use-no-reader-or-editor: components/desk/show.tsx -> components/reader/article/headline.tsx',
    {
      'components/desk/show.tsx':
        "import { Headline } from '@/components/reader/article/headline'; export const show = Headline;",
    },
  ],
  [
    'editor-ground-uses-no-other-folder: components/editor/ground/up.ts -> components/editor/saving/save.ts',
    {
      'components/editor/ground/up.ts': "import { save } from '../saving/save'; export const up = save;",
    },
  ],
  [
    'editor-folders-do-not-use-each-other: components/editor/history/back.ts -> components/editor/saving/save.ts',
    {
      'components/editor/history/back.ts':
        "import type { save } from '../saving/save'; export type Back = typeof save;",
    },
  ],
  [
    'editor-folders-do-not-use-each-other: components/editor/history/top.ts -> components/editor/room.tsx',
    {
      'components/editor/history/top.ts':
        "import type { room } from '../room'; export type Top = typeof room;",
    },
  ],
  [
    'cleaning-is-free-of-frameworks: lib/cleaning/nodes.ts -> node_modules/@tiptap/core/index.js',
    {
      'lib/cleaning/nodes.ts': "import { core } from '@tiptap/core'; export const nodes = core;",
    },
  ],
  [
    'cleaning-is-free-of-frameworks: lib/cleaning/sources.ts -> lib/posts/list.ts',
    {
      'lib/cleaning/sources.ts': "import type { Row } from '@/lib/posts/list'; export type Source = Row;",
    },
  ],
  [
    'lib-media-uses-only-what-is-below: lib/media/uses.ts -> lib/posts/list.ts',
    {
      'lib/media/uses.ts': "import type { Row } from '@/lib/posts/list'; export type Use = Row;",
    },
  ],
  [
    'lib-search-uses-only-what-is-below: lib/search/pictures.ts -> lib/media/find.ts',
    {
      'lib/search/pictures.ts': "import { find } from '@/lib/media/find'; export const pictures = find;",
    },
  ],
  [
    'lib-jobs-uses-only-what-is-below: lib/jobs/work.ts -> lib/posts/list.ts',
    {
      'lib/jobs/work.ts': "import type { Row } from '@/lib/posts/list'; export type Work = Row;",
    },
  ],
  [
    'lib-cli-uses-only-what-is-below: lib/cli/serve.mjs -> lib/next/action.ts',
    { 'lib/cli/serve.mjs': "import { action } from '@/lib/next/action'; action();" },
  ],
  [
    'top-of-lib-uses-only-language: lib/actor.ts -> lib/media/find.ts',
    { 'lib/actor.ts': "import { find } from '@/lib/media/find'; export const actor = find;" },
  ],
  [
    'language-uses-no-top-of-lib: lib/language/sentences.ts -> lib/errors.ts',
    {
      'lib/language/sentences.ts': "import { fault } from '@/lib/errors'; export const sentences = fault;",
      'lib/errors.ts': 'export const fault = 1;',
    },
  ],
  [
    'components-import-no-app: components/desk/up.tsx -> app/(reader)/page.tsx',
    {
      'components/desk/up.tsx': "import Page from '@/app/(reader)/page'; export const up = Page;",
    },
  ],
  [
    'the-program-uses-no-tools: lib/posts/sample.ts -> tools/testing/build.ts',
    {
      'lib/posts/sample.ts': "import { build } from '@/tools/testing/build'; export const sample = build;",
    },
  ],
  [
    'components-never-reach-the-database: components/desk/far.tsx -> lib/posts/near.ts -> db/client.ts',
    {
      'components/desk/far.tsx': "import { near } from '@/lib/posts/near'; export const far = near;",
      'lib/posts/near.ts': "import { db } from '@/db/client'; export const near = db;",
    },
  ],
  [
    'browsers-never-get-the-tables: components/desk/all.client.tsx -> lib/posts/tables.ts -> db/schema.ts',
    {
      'components/desk/all.client.tsx':
        "import { tables } from '@/lib/posts/tables'; export const all = tables;",
      'lib/posts/tables.ts': "import { schema } from '@/db/schema'; export const tables = schema;",
    },
  ],
  [
    'readers-never-get-the-editor: app/(reader)/edit.tsx -> components/editor/room.tsx',
    {
      'app/(reader)/edit.tsx': "export const later = () => import('@/components/editor/room');",
    },
  ],
  [
    'reader-components-never-reach-tiptap: components/reader/article/rich.tsx -> node_modules/@tiptap/core/index.js',
    {
      'components/reader/article/rich.tsx': "import { core } from '@tiptap/core'; export const rich = core;",
    },
  ],
];

describe('import rules', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'broadside-architecture-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a program that keeps the rules passes, including its type imports', () => {
    const { status, said } = check(write('sound', SOUND), COUNT);
    expect(said).toMatch(new RegExp(`^architecture: ${COUNT} modules`));
    expect(status).toBe(0);
  });

  test('every broken rule is named with its place', () => {
    const files = Object.assign({}, SOUND, ...BREACHES.map(([, breach]) => breach));
    const { status, said } = check(write('broken', files), COUNT);
    for (const [sentence] of BREACHES) expect(said).toContain(`${sentence}\n`);
    expect(status).toBe(1);
  });

  test('every folder of lib has a floor', () => {
    const entries = readdirSync('lib', { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const floored = (rules.forbidden ?? []).flatMap(
      ({ name }) => /^lib-(.+)-uses-only-what-is-below$/.exec(name ?? '')?.[1] ?? [],
    );
    expect(floored.sort()).toEqual(folders.sort());
  });

  test('too few modules fail the check', () => {
    const { status, said } = check(write('few', SOUND), COUNT + 1);
    expect(said).toContain(`Only ${COUNT} modules were found, of at least ${COUNT + 1} expected`);
    expect(status).toBe(1);
  });

  test('a part of the program that is not found at all fails the check', () => {
    const { 'server.ts': _, ...rest } = SOUND;
    const { status, said } = check(write('headless', rest), COUNT - 1);
    expect(said).toContain('none in server.ts');
    expect(status).toBe(1);
  });

  function write(name: string, files: Record<string, string>): string {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name, path)), { recursive: true });
      writeFileSync(join(folder, name, path), content);
    }
    return join(folder, name);
  }
});

function check(folder: string, fewest: number): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['lib/cli/architecture.mjs', folder, String(fewest)],
    { encoding: 'utf8' },
  );
  return { status, said: stdout + stderr };
}
