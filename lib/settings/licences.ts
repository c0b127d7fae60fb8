import type { LICENCE_CODES } from '@/db/licence-codes';

export { LICENCE_CODES } from '@/db/licence-codes';

export type LicenceCode = (typeof LICENCE_CODES)[number];

/** A public licence: its name, which is the same in every language, and the address of its text. */
export interface Licence {
  name: string;
  url: string;
}

const addressOf = (...path: string[]) => ['https://creativecommons.org', ...path, '4.0', ''].join('/');

const creativeCommons = (code: string): Licence => ({
  name: `CC ${code.toUpperCase()} 4.0`,
  url: addressOf('licenses', code),
});

/** By code; a code without a public licence has none. @see https://creativecommons.org/share-your-work/cclicenses/ */
const LICENCES: Record<LicenceCode, Licence | null> = {
  '': null,
  reserved: null,
  by: creativeCommons('by'),
  'by-sa': creativeCommons('by-sa'),
  'by-nd': creativeCommons('by-nd'),
  'by-nc': creativeCommons('by-nc'),
  'by-nc-sa': creativeCommons('by-nc-sa'),
  'by-nc-nd': creativeCommons('by-nc-nd'),
  zero: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
};

/** Returns the public licence of a code, or null. */
export function licenceOf(code: LicenceCode): Licence | null {
  return LICENCES[code];
}
