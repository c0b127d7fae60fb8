/** Parameters that mailings and networks use to track readers. */
const TRACKER =
  /^(utm_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|mc_eid|mc_cid|igshid|igsh|_hsenc|_hsmi|yclid|twclid|ttclid|ref_src|at_(medium|campaign)|ocid|cmpid|mkt_tok|vero_id|si)$/i;

/** Redirecting sites, and the parameter that contains the target. */
const REDIRECTS: [host: RegExp, path: RegExp, parameter: string][] = [
  [/(^|\.)google(\.[a-z]{2,3}){1,2}$/, /^\/url$/, 'q'],
  [/(^|\.)google(\.[a-z]{2,3}){1,2}$/, /^\/url$/, 'url'],
  [/^lm?\.(facebook|instagram)\.com$/, /^\/(l\.php)?$/, 'u'],
  [/(^|\.)safelinks\.protection\.outlook\.com$/, /./, 'url'],
  [/(^|\.)youtube\.com$/, /^\/redirect$/, 'q'],
  [/(^|\.)vk\.com$/, /^\/away\.php$/, 'to'],
];

/** `si` tracks people who share links, but only on these sites; elsewhere it may have a meaning. */
const SHARED_BY = /(^|\.)(youtube\.com|youtu\.be|spotify\.com)$/;

/** Redirects around redirects, as when a shared link is shared again. */
const MOST_REDIRECTS = 5;

/** Returns an address without trackers and without the redirects that networks put around it. */
export function withoutTrackers(href: string, redirects = MOST_REDIRECTS): string {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return href;
  const url = new URL(href);
  const target = redirects > 0 ? redirectTarget(url) : null;
  if (target && /^https?:/i.test(target)) return withoutTrackers(target, redirects - 1);
  const parameters = [...url.searchParams];
  const kept = parameters.filter(
    ([name]) => !TRACKER.test(name) || (name === 'si' && !SHARED_BY.test(url.hostname)),
  );
  if (kept.length === parameters.length) return href;
  url.search = new URLSearchParams(kept).toString();
  return url.href;
}

function redirectTarget(url: URL): string | null {
  for (const [host, path, parameter] of REDIRECTS) {
    const target = url.searchParams.get(parameter);
    if (target && host.test(url.hostname) && path.test(url.pathname)) return target;
  }
  return null;
}
