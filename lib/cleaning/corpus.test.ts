import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DOMParser, DOMSerializer } from '@tiptap/pm/model';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { documentSchema } from '@/lib/document/schema';
import { readPasted } from './read-pasted';

const FOLDER = fileURLToPath(new URL('./corpus/', import.meta.url));
const FEWEST = 30;

/** Clipboard contents by file name: `.html` and `.txt` files hold that format. */
const clipboards = readdirSync(FOLDER).filter(
  (name) => /\.(html|txt)$/.test(name) && !/\.(expected\.html|text\.txt)$/.test(name),
);

function parse(html: string): HTMLElement {
  const whole = /<body[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  return parseHTML(whole).document.body as unknown as HTMLElement;
}

function contentsOf(name: string) {
  const content = readFileSync(FOLDER + name, 'utf8');
  if (name.endsWith('.txt')) return { html: '', text: content, isAsText: false };
  const beside = FOLDER + name.replace(/\.html$/, '.text.txt');
  const text = readdirSync(FOLDER).some((file) => beside.endsWith(`/${file}`))
    ? readFileSync(beside, 'utf8')
    : (parse(content).textContent ?? '');
  return { html: content, text, isAsText: false };
}

/** Returns the report of a paste, then its document with one block per line. */
async function pasted(name: string): Promise<string> {
  const { html, pictures, report } = await readPasted(contentsOf(name), parse);
  const body = DOMParser.fromSchema(documentSchema).parse(parse(html) as never);
  body.check();
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const blocks = body.children.map((block) => {
    const holder = document.createElement('div');
    holder.append(DOMSerializer.fromSchema(documentSchema).serializeNode(block, { document } as never));
    return holder.innerHTML;
  });
  const counted = (counts: object) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ');
  const said = [
    `source ${report.source}`,
    `kept ${counted(report.kept)}`,
    `removed ${counted(report.removed)}`,
    ...pictures.map((group, index) => `picture ${index}: ${JSON.stringify(group)}`),
  ];
  return `${[...said.map((line) => `<!-- ${line} -->`), ...blocks].join('\n')}\n`;
}

describe('every clipboard becomes its expected document', () => {
  test('the corpus has at least the minimum number of clipboards', () =>
    expect(clipboards.length).toBeGreaterThanOrEqual(FEWEST));

  test.each(clipboards)('%s', async (name) => {
    const expected = `${FOLDER}${name.replace(/\.(html|txt)$/, '')}.expected.html`;
    await expect(await pasted(name)).toMatchFileSnapshot(expected);
  });
});

test('pasting clean markup again does not change it', async () => {
  for (const name of clipboards) {
    const once = await readPasted(contentsOf(name), parse);
    const withoutMarks = once.html.replace(/<figure[^>]*><\/figure>/g, '');
    const twice = await readPasted({ html: withoutMarks, text: '', isAsText: false }, parse);
    expect(twice.html, name).toBe(withoutMarks);
  }
});
