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
