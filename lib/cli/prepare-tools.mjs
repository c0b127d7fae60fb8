import { ensureAuditPrograms, requireJava } from './audit-programs.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { findChromium } from './find-chromium.mjs';
import { findTool, requireTool } from './find-tool.mjs';

/**
 * Finds or installs what `npm run bench` needs apart from the packages.
 * @returns the environment with the paths.
 * @throws Trouble when something cannot be installed.
 */
export async function prepareBench() {
  const nginx = await requireTool('nginx', 'For comparison, a plain file server is measured');
  const wrk = await requireTool('wrk', 'Requests per second are measured');
  return {
    ...process.env,
    NGINX_PATH: nginx,
    WRK_PATH: wrk,
    TASKSET_PATH: findTool('taskset') ?? '',
    ...(await browserAndBuild()),
  };
}

/** Finds or installs what a tool that drives a browser needs: `contact-sheet` and `loss-drill`. */
export async function prepareBrowserTool() {
  return { ...process.env, ...(await browserAndBuild()) };
}

/** Finds or installs what a tool that needs only a browser needs: `stand-ins`. */
export async function prepareBrowser() {
  return { ...process.env, CHROMIUM_PATH: await findChromium() };
}

/** Builds what a tool that starts servers and needs no browser serves: `fault-drill` and `flood-drill`. */
export async function prepareServerTool() {
  return { ...process.env, RELEASE_DIR: await ensureBuild({ isCurrent: false }) };
}

/** Finds or installs what `npm run audit` needs apart from the packages. */
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
