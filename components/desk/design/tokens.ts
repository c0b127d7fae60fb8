/** The names of the tokens, each with the class that shows it. Tailwind finds only classes that are written whole. */
export const COLOURS = {
  paper: 'bg-paper',
  ink: 'bg-ink',
  soft: 'bg-soft',
  rule: 'bg-rule',
  'strong-rule': 'bg-strong-rule',
  accent: 'bg-accent',
  wash: 'bg-wash',
  attention: 'bg-attention',
  published: 'bg-published',
  scheduled: 'bg-scheduled',
  removed: 'bg-removed',
  'removed-wash': 'bg-removed-wash',
  added: 'bg-added',
  'added-wash': 'bg-added-wash',
  found: 'bg-found',
  'found-current': 'bg-found-current',
  raised: 'bg-raised',
  'raised-wash': 'bg-raised-wash',
  'raised-active': 'bg-raised-active',
  film: 'bg-film',
};

export const SIZES = {
  tiny: 'text-tiny',
  caption: 'text-caption',
  small: 'text-small',
  ui: 'text-ui',
  base: 'text-base',
  title: 'text-title',
  body: 'text-body',
  lead: 'text-lead',
  standfirst: 'text-standfirst',
  rank: 'text-rank',
  card: 'text-card',
  section: 'text-section',
  screen: 'text-screen',
};

export const WEIGHTS = {
  normal: 'font-normal',
  medium: 'font-medium',
  semibold: 'font-semibold',
  strong: 'font-strong',
  bold: 'font-bold',
  extrabold: 'font-extrabold',
};

export const LEADINGS = {
  none: 'leading-none',
  tight: 'leading-tight',
  snug: 'leading-snug',
  normal: 'leading-normal',
  relaxed: 'leading-relaxed',
  loose: 'leading-loose',
  open: 'leading-open',
  heading: 'leading-heading',
  title: 'leading-title',
  ui: 'leading-ui',
  meta: 'leading-meta',
  body: 'leading-body',
  standfirst: 'leading-standfirst',
  desk: 'leading-desk',
  room: 'leading-room',
};

export const RADII = {
  xs: 'rounded-xs',
  sm: 'rounded-sm',
  md: 'rounded-md',
  lg: 'rounded-lg',
  xl: 'rounded-xl',
  '2xl': 'rounded-2xl',
  full: 'rounded-full',
};

export const SHADOWS = {
  bar: 'shadow-bar',
  menu: 'shadow-menu',
  palette: 'shadow-palette',
  panel: 'shadow-panel',
};

/** Steps of a quarter rem; any number, with quarters, is a step. */
export const SPACES = {
  '1': 'w-1',
  '2': 'w-2',
  '3': 'w-3',
  '4': 'w-4',
  '6': 'w-6',
  '8': 'w-8',
  '12': 'w-12',
  '16': 'w-16',
};
