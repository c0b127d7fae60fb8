import { ensureAuditPrograms, requireJava } from './audit-programs.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { findChromium } from './find-chromium.mjs';
import { findTool, requireTool } from './find-tool.mjs';

/**
 * Finds or makes what `npm run bench` needs besides the packages.
 * @returns the environment that tells it where all of it is.
 * @throws Trouble when something cannot be had.
 */
export async function prepareBench() {
  const nginx = await requireTool('nginx', 'The plain file server that we are compared with is measured');
  const wrk = await requireTool('wrk', 'Requests a second are measured');
  return {
    ...process.env,
    NGINX_PATH: nginx,
    WRK_PATH: wrk,
    TASKSET_PATH: findTool('taskset') ?? '',
    ...(await browserAndBuild()),
  };
}

/** Finds or makes what a tool needs that drives a browser: `contact-sheet` and `loss-drill`. */
export async function prepareBrowserTool() {
  return { ...process.env, ...(await browserAndBuild()) };
}

/** Finds or makes what `npm run audit` needs besides the packages. */
export async function prepareAudit() {
  return {
    ...process.env,
    JAVA_PATH: await requireJava(),
    AUDIT_PACKAGES: await ensureAuditPrograms(),
    ...(await browserAndBuild()),
  };
}

async function browserAndBuild() {
  return { CHROMIUM_PATH: await findChromium(), RELEASE_DIR: await ensureBuild({ isCurrent: false }) };
}
