import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@/db/client';
import { OPERATOR } from '@/lib/actor';
import { OperatorError, requireValue } from '@/lib/errors';
import { claimOwner } from '@/lib/setup/claim-owner';
import { cookieHeader, openBrowser, signIn } from '@/tools/running/browser';
import type { CleanUp } from '@/tools/running/clean-up';
import { OWNER_CLAIM } from '@/tools/running/owner';
import { renamedTypeface } from '@/tools/running/renamed-typeface';
import { Server } from '@/tools/running/server';
import { systemLoad } from '@/tools/running/system-load';
import { phoneTypeface, withTypefaces } from '@/tools/running/typefaces';
import type { Audit, System, Verdict } from './audit';
import { type AuditedPage, auditedPages } from './audited-pages';
import { checkMarkup } from './check-markup';
import { judgePages } from './judge-pages';
import { measureSlowPhone } from './measure-slow-phone';
import type { Options, Part } from './options';

const BUSY_PERCENT = 10;
const WORK: Record<Part, (audit: Audit) => Promise<Verdict>> = {
  markup: checkMarkup,
  lighthouse: judgePages,
  'slow-phone': measureSlowPhone,
};

/**
 * Audits a new publication with samples, as served in production.
 * @param say called with each step, and with each result.
 * @returns whether no fault was found.
 */
export async function runAudit(
  options: Options,
  cleanUp: CleanUp,
  say: (sentence: string) => void,
): Promise<boolean> {
  const busyPercent = Math.round((await systemLoad()) * 100);
  if (busyPercent > BUSY_PERCENT)
    say(`Other programs use ${busyPercent} % of this machine: pages will seem slower than they are.`);
  const audit = await beginAudit(options, cleanUp, say);
  let hasPassed = true;
  for (const part of options.parts) {
    const verdict = await WORK[part](audit);
    say(`\n${verdict.report}\n`);
    hasPassed &&= verdict.hasPassed;
  }
  return hasPassed;
}

async function beginAudit(options: Options, cleanUp: CleanUp, say: Audit['say']): Promise<Audit> {
  const { JAVA_PATH: java, CHROMIUM_PATH: chromium, AUDIT_PACKAGES: packages } = process.env;
  if (!java || !chromium || !packages)
    throw new OperatorError('Start this with “npm run audit”, which finds what it needs.');
  const folder = mkdtempSync(join(tmpdir(), 'broadside-audit-'));
  cleanUp.later(() => rmSync(folder, { recursive: true, force: true }));
  say('Starting a publication with samples…');
  const dataDir = join(folder, 'data');
  const { url } = await Server.start(dataDir, cleanUp);
  const tools = { java, chromium, packages };
  const systems = await systemsOf(folder);
  const browser = await openBrowser({ tools, cleanUp }, systems[0]?.env);
  const pages = chosen(await claimedPages(dataDir), options);
  const cookie = cookieHeader(await signIn(browser, url));
  return { options, cleanUp, folder, tools, systems, url, cookie, browser, pages, say };
}

/** How much larger the letters of Khmer OS are than those of the phone's typeface, whose outlines stand for it here. */
const KHMER_OS = { fullName: 'Khmer OS', postScriptName: 'KhmerOS', scale: 1.234 };

/** Makes the systems that pages are judged on: a phone, a computer with another Khmer typeface, and one without any. */
async function systemsOf(folder: string): Promise<System[]> {
  const system = (typeface: string, files: Buffer[], isForKhmer = true): System => ({
    typeface,
    env: withTypefaces(join(folder, `typefaces-${typeface}`), files),
    isForKhmer,
  });
  const regular = await phoneTypeface({ min: 400, max: 400 });
  return [
    system('Noto Sans Khmer', [await phoneTypeface()], false),
    system('Khmer OS', [renamedTypeface(regular, KHMER_OS)]),
    system('none', []),
  ];
}

/** Gives the publication an owner, who can see previews. @returns every page that then exists. */
async function claimedPages(dataDir: string): Promise<AuditedPage[]> {
  const db = openDatabase(join(dataDir, 'broadside.db'));
  requireValue(await claimOwner(db, OWNER_CLAIM, { actor: OPERATOR, now: Date.now() }));
  const pages = auditedPages(db);
  db.$client.close();
  return pages;
}

function chosen(pages: AuditedPage[], { pages: names }: Options): AuditedPage[] {
  const found = pages.filter(({ name }) => names.length === 0 || names.some((one) => name.startsWith(one)));
  if (found.length > 0) return found;
  throw new OperatorError(
    `No page has that name. The pages are: ${pages.map(({ name }) => name).join(', ')}.`,
  );
}
