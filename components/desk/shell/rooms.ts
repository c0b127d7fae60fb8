/** The pages of the admin, in the order of the bar; the names are keys of `shell` in the strings. */
export const ROOMS = [
  ['/admin', 'dashboard'],
  ['/admin/posts', 'posts'],
  ['/admin/media', 'media'],
  ['/admin/topics', 'topics'],
  ['/admin/series', 'series'],
  ['/admin/authors', 'authors'],
  ['/admin/settings', 'settings'],
  ['/admin/account', 'account'],
] as const;

export type RoomName = (typeof ROOMS)[number][1];

/** Pages that belong to another one, whose address does not say so. */
const PARTS: Partial<Record<string, RoomName>> = {
  '/admin/calendar': 'posts',
  '/admin/templates': 'posts',
};

/** Returns the page of the bar to which an address belongs, or null: its own, or that of a page below it. */
export function roomOf(path: string): RoomName | null {
  const own = ROOMS.find(([href]) => path === href || (href !== '/admin' && path.startsWith(`${href}/`)));
  return own?.[1] ?? PARTS[path] ?? null;
}
