/**
 * Chromium's own activity, which would take time from measurements and tests: the panels of its address bar, which are
 * pages with many scripts that load with the first page of every window, and services that inspect pages. Of several
 * lists Chromium uses only the last, so this one also has the features that Playwright and Lighthouse switch off.
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

/**
 * Returns the arguments of a Chromium that we control: it contacts nobody and does nothing on its own.
 * @param alsoOff further features to switch off.
 */
export const quietChromium = (alsoOff: string[] = []) => [
  // As root it cannot use its sandbox.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  `--disable-features=${[...OFF, ...alsoOff].join(',')}`,
];
