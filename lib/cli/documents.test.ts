import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DECISIONS = 'docs/decisions';
const PAGES = ['.', 'docs', DECISIONS, 'deploy'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);
const decisions = readdirSync(join(ROOT, DECISIONS)).filter((name) => /^\d{4}-.+\.md$/.test(name));

describe('links in the documentation', () => {
  test.each(PAGES)('%s links only to files and headings that exist', (page) => {
    const broken = linksOf(page).filter((link) => !leadsSomewhere(page, link));
    expect(broken).toEqual([]);
  });
});

describe('decisions', () => {
  test.each(decisions)('%s has the form of a decision', (name) => {
    const [title, ...lines] = read(join(DECISIONS, name)).split('\n');
    const form = lines.filter((line) => /^(?:## |- \*\*)/.test(line)).map((line) => line.slice(0, 9));
    expect(title).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. \\S`));
    expect(form.slice(0, 2)).toEqual(['- **Date:', '- **Statu']);
    expect(form.filter((line) => line.startsWith('## '))).toEqual(['## Contex', '## Decisi', '## Conseq']);
  });

  test('the index lists every decision by title, in numerical order', () => {
    const rows = read(join(DECISIONS, 'README.md')).matchAll(/^\| (\d+) \| [\d-]+ \| \[(.+)\]\((.+)\) \|/gm);
    const listed = [...rows].map(([, number, title, file]) => [file, `# ${number}. ${title}`]);
    const present = decisions.map((name) => [name, read(join(DECISIONS, name)).split('\n', 1)[0]]);
    expect(listed).toEqual(present);
  });
});

test('the folder overview in the README names every folder of the program', () => {
  const plan = /## Folder structure\n+```\n(.+?)```/s.exec(read('README.md'))?.[1] ?? '';
  const folders = ['lib', 'tools', 'components/reader', 'components/desk', 'components/editor'].flatMap(
    (parent) =>
      readdirSync(join(ROOT, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'styles')
        .map((entry) => entry.name),
  );
  const missing = folders.filter((name) => !new RegExp(`(^|\\s)${name}\\b`, 'm').test(plan));
  expect(folders.length).toBeGreaterThan(30);
  expect(missing).toEqual([]);
});

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** Returns the links of a page to files of the repository. */
function linksOf(page: string): string[] {
  const prose = read(page).replace(/^```.*?^```/gms, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link ?? '')
    .filter((link) => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const file = path === '' ? page : join(dirname(page), decodeURIComponent(path));
  if (!existsSync(join(ROOT, file))) return false;
  return heading === undefined || headingsOf(file).includes(heading);
}

/** Returns the anchors of a page's headings, as GitHub and GitLab generate them. */
function headingsOf(file: string): string[] {
  return [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
