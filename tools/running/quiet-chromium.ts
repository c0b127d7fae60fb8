/**
 * Chromium's own business that would take time from what is measured or tested: panels of its address
 * bar, which are pages full of scripts that load beside the first page of every window, and services
 * that look at pages. A later list replaces an earlier one, so those that Playwright and Lighthouse
 * leave out are here too.
 */
const OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'BoundaryEventDispatchTracksNodeRemoval',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'RenderDocument',
  'ThirdPartyStoragePartitioning',
  'Translate',
];

/** What every Chromium is started with that we drive: it contacts nobody and does nothing of its own. */
export const QUIET_CHROMIUM = [
  // As root it cannot use its sandbox.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  `--disable-features=${OFF.join(',')}`,
];
