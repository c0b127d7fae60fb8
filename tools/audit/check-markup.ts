import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Audit, Verdict } from './audit';
import type { AuditedPage } from './audited-pages';
import { markupFaults } from './markup-messages';
import { runToEnd } from './run-to-end';

const JAR = 'vnu-jar/build/dist/vnu.jar';

/** Checks the markup of every page as sent, with the Nu HTML checker. */
export async function checkMarkup(audit: Audit): Promise<Verdict> {
  const folder = join(audit.folder, 'markup');
  mkdirSync(folder);
  const files = new Map<string, AuditedPage>();
  for (const page of audit.pages) {
    const file = `${files.size + 1}.html`;
    writeFileSync(join(folder, file), await htmlOf(audit, page));
    files.set(file, page);
  }
  const faults = markupFaults(await check(audit, folder)).map(
    ({ file, fault }) => `  ${files.get(file)?.name ?? file}: ${fault}`,
  );
  const heading = `HTML: ${files.size} pages, ${faults.length} errors and warnings`;
  return { report: [heading, ...faults].join('\n'), hasPassed: faults.length === 0 };
}

async function htmlOf({ url, cookie }: Audit, { path, isPrivate }: AuditedPage): Promise<string> {
  const answer = await fetch(url + encodeURI(path), { headers: isPrivate ? { cookie } : {} });
  const html = await answer.text();
  if (answer.redirected || !html.startsWith('<!DOCTYPE html>'))
    throw new Error(`${path} was answered with ${answer.status} and no page.`);
  return html;
}

/** @returns the checker's report as JSON. */
function check({ tools, cleanUp }: Audit, folder: string): Promise<string> {
  const args = ['-jar', join(tools.packages, JAR), '--format', 'json', '--stdout', '--exit-zero-always'];
  return runToEnd([tools.java, [...args, folder]], cleanUp);
}
