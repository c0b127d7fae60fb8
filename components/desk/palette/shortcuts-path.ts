/** The page that lists all keys. */
export const SHORTCUTS_PATH = '/admin/shortcuts';
