import { copyPath, pagePath, previewPath, searchPath, sharingPicturePath, signInPath } from '@/lib/addresses';
import { OWNER } from '@/tools/running/owner';

/** What the floods ask for. */
export interface Targets {
  /** Percent-encoded slugs of the posts in both languages. */
  slugs: string[];
  /** Words of both languages, and words that are each in one post. */
  words: string[];
  /** The ids under which Next knows the server actions. */
  signInAction: string;
  setUpAction: string;
}

/** A request of a flood. */
export interface FloodRequest {
  path: string;
  /** The id of the server action that gets `fields`. */
  action?: string;
  fields?: Record<string, string>;
}

/** One kind of request that strangers can make as often as they like. */
export interface Flood {
  name: string;
  what: string;
  clients: number;
  /** @param n counts the requests of all clients. */
  request: (n: number, targets: Targets) => FloodRequest;
}

const READERS = 8;
const STRANGERS = 16;
const EDITIONS = ['text', 'light', 'dark'];

/** Every flood, in the order of the table. */
export const FLOODS: readonly Flood[] = [
  readers('searches', 'unique searches', (n, { words }) =>
    searchPath({ q: [n * 7, n * 13 + 1, n * 31 + 2].map((at) => pick(words, at)).join(' ') }),
  ),
  readers('unknown', 'unknown addresses', (n) => `/nothing-${n}`),
  readers('editions', 'editions (text, light, dark)', (n, { slugs }) => {
    const edition = pick(EDITIONS, n);
    return `/${edition}/${pick(slugs, Math.floor(n / EDITIONS.length))}`;
  }),
  readers('pages', '/page/N', (n) => pagePath('/', n + 2)),
  readers('lists', 'unknown topics, authors and years', (n) =>
    pick([`/topics/none-${n}`, `/authors/none-${n}/page/2`, `/archive/${3000 + n}`, `/series/none-${n}`], n),
  ),
  readers('sharing', 'sharing pictures', (n, { slugs }) =>
    sharingPicturePath(decodeURIComponent(pick(slugs, n)), `none-${n}.png`),
  ),
  readers('copies', 'single-file copies', (n, { slugs }) => copyPath(decodeURIComponent(pick(slugs, n)))),
  readers('previews', 'previews with wrong tokens', (n) => previewPath(String(n).padStart(43, '0'))),
  {
    name: 'sign-in',
    what: 'signing in',
    clients: STRANGERS,
    request: (n, { signInAction }) => ({
      path: signInPath(),
      action: signInAction,
      fields: { email: `person-${n}@example.org`, passphrase: 'not the passphrase' },
    }),
  },
  {
    name: 'set-up',
    what: 'posting to the set-up action',
    clients: STRANGERS,
    request: (n, { setUpAction }) => ({
      path: '/admin/setup?token=none',
      action: setUpAction,
      fields: {
        ...{ token: `none-${n}`, email: OWNER.email, passphrase: OWNER.passphrase, name: OWNER.name },
        ...{ publicationName: 'Another', timeZone: 'UTC', readsIn: 'en', mainLanguage: 'en' },
      },
    }),
  },
];

function readers(name: string, what: string, path: (n: number, targets: Targets) => string): Flood {
  return { name, what, clients: READERS, request: (n, targets) => ({ path: path(n, targets) }) };
}

function pick<T>(all: readonly T[], at: number): T {
  const found = all[at % all.length];
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
}
