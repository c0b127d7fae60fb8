import { useEffect, useState } from 'react';
import { z } from 'zod';
import { useDeskLanguage, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { adminPath, adminPostPath, adminPostsPath } from '@/lib/addresses';
import { fill } from '@/lib/language/fill';
import { LANGUAGE_CODES, LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';
import { POST_STATUSES } from '@/lib/visibility';
import { ROOMS, type RoomName } from '../shell/rooms';
import { SHORTCUTS_PATH } from './shortcuts-path';

/** The palette's own actions. */
export interface PaletteActions {
  begin: (data: FormData) => Promise<unknown>;
  chooseLanguage: (data: FormData) => Promise<unknown>;
  leave: () => Promise<unknown>;
}

/** An entry to choose: it leads to an address or runs a command. */
export interface Entry {
  id: string;
  group: string;
  words: string;
  /** The language of `words`, when it is not the admin's. */
  lang?: LanguageCode;
  note?: string;
  choose: string | (() => Promise<unknown>);
}

const PAUSE_MS = 150;
const Found = z.object({
  posts: z.array(
    z.object({
      id: z.number(),
      headline: z.string(),
      language: z.enum(LANGUAGE_CODES),
      status: z.enum(POST_STATUSES),
    }),
  ),
  templates: z.array(z.object({ id: z.number(), name: z.string() })),
});
type Found = z.infer<typeof Found>;
const NOTHING: Found = { posts: [], templates: [] };

/**
 * Returns the entries that match the typed words: pages, commands and templates by their names, posts by the words in
 * them.
 */
export function useEntries(typed: string, actions: PaletteActions, open: RoomName[]): Entry[] {
  const words = useDeskWords();
  const language = useDeskLanguage();
  const found = useFound(typed);
  const wanted = typed.trim().toLowerCase();
  const named = [...rooms(words, open), ...commands(words, language, actions)].filter((entry) =>
    entry.words.toLowerCase().includes(wanted),
  );
  const templates = found.templates.map(({ id, name }) => ({
    id: `template-${id}`,
    group: words.palette.doIt,
    words: fill(words.palette.newFrom, { name }),
    choose: () => actions.begin(formOf({ template: String(id) })),
  }));
  const posts = found.posts.map((post) => ({
    id: `post-${post.id}`,
    group: words.palette.posts,
    words: post.headline || words.posts.noHeadline,
    lang: post.headline ? post.language : undefined,
    note: words.status[post.status],
    choose: adminPostPath(post.id),
  }));
  return [...named, ...templates, ...posts];
}

function rooms(words: DeskStrings, open: RoomName[]): Entry[] {
  const group = words.palette.goTo;
  return [
    ...ROOMS.filter(([, name]) => open.includes(name)).map(([href, name]) => ({
      id: `room-${name}`,
      group,
      words: words.shell[name],
      choose: href,
    })),
    { id: 'room-calendar', group, words: words.posts.calendar, choose: '/admin/calendar' },
    { id: 'room-templates', group, words: words.templates.pageTitle, choose: '/admin/templates' },
    { id: 'room-bin', group, words: words.palette.bin, choose: adminPostsPath('status=binned') },
    { id: 'room-site', group, words: words.palette.viewSite, choose: '/' },
  ];
}

function commands(words: DeskStrings, language: LanguageCode, actions: PaletteActions): Entry[] {
  const { palette, shortcuts } = words;
  const command = (id: string, name: string, choose: Entry['choose']) => ({
    id: `command-${id}`,
    group: palette.doIt,
    words: name,
    choose,
  });
  const begin = (kind: string) => () => actions.begin(formOf({ kind }));
  const others = LANGUAGE_CODES.filter((code) => code !== language);
  return [
    command('post', palette.newPost, begin('post')),
    command('page', palette.newPage, begin('page')),
    command('template', words.templates.begin, '/admin/posts/new'),
    ...others.map((code) =>
      command(`language-${code}`, fill(palette.switchLanguage, { language: LANGUAGES[code].ownName }), () =>
        actions.chooseLanguage(formOf({ language: code })),
      ),
    ),
    command('shortcuts', shortcuts.title, SHORTCUTS_PATH),
    command('leave', palette.signOut, () => actions.leave()),
  ];
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** Searches once typing pauses; an answer to earlier words is dropped. */
function useFound(typed: string): Found {
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    const q = typed.trim();
    if (!q) {
      setFound(NOTHING);
      return;
    }
    const late = new AbortController();
    const timer = setTimeout(() => {
      fetch(adminPath('palette', { q }), { signal: late.signal })
        .then(async (answer) => setFound(answer.ok ? Found.parse(await answer.json()) : NOTHING))
        .catch((error: unknown) => {
          if (!late.signal.aborted) console.error(error);
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      late.abort();
    };
  }, [typed]);
  return found;
}
