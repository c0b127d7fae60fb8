/**
 * The licences that a publication can give its own texts, as they are stored; `lib/settings/licences.ts` describes
 * each. Empty says nothing, `reserved` reserves all rights.
 */
export const LICENCE_CODES = [
  '',
  'reserved',
  'by',
  'by-sa',
  'by-nd',
  'by-nc',
  'by-nc-sa',
  'by-nc-nd',
  'zero',
] as const;
