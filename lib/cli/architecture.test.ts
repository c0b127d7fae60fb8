import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** A program that keeps every rule; packages stand in for the real ones. */
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
    "import type { Db } from '@/db/client'; export const Headline = (db: Db) => db;",
  'components/editor/room.tsx': "import { core } from '@tiptap/core'; export const room = core;",
  'components/desk/list.client.tsx':
    "import type { Table } from '@/db/schema'; export const list = (t: Table) => t;",
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

/** What breaks each rule, and the sentence that says so. */
const BREACHES: [string, Record<string, string>][] = [
  [
    'no-circular: lib/posts/a.ts -> lib/posts/b.ts -> lib/posts/a.ts',
    {
      'lib/posts/a.ts': "import { b } from './b'; export const a = b;",
      'lib/posts/b.ts': "import { a } from './a'; export const b = a;",
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

describe('the check of who imports whom', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'broadside-architecture-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('passes a program that keeps the rules, imports of types among them', () => {
    const { status, said } = check(write('sound', SOUND), 13);
    expect(said).toMatch(/^architecture: 13 modules/);
    expect(status).toBe(0);
  });

  test('names every rule that is broken, and where', () => {
    const files = Object.assign({}, SOUND, ...BREACHES.map(([, breach]) => breach));
    const { status, said } = check(write('broken', files), 13);
    for (const [sentence] of BREACHES) expect(said).toContain(`${sentence}\n`);
    expect(status).toBe(1);
  });

  test('fails when it sees too few modules', () => {
    const { status, said } = check(write('few', SOUND), 14);
    expect(said).toContain('Only 13 modules were seen, at least 14 expected');
    expect(status).toBe(1);
  });

  test('fails when a part of the program is not seen at all', () => {
    const { 'server.ts': _, ...rest } = SOUND;
    const { status, said } = check(write('headless', rest), 12);
    expect(said).toContain('none of server.ts');
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
