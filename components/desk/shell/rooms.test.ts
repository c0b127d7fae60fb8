import { expect, test } from 'vitest';
import { roomOf } from './rooms';

test.each([
  ['/admin', 'dashboard'],
  ['/admin/posts', 'posts'],
  ['/admin/posts/new', 'posts'],
  ['/admin/calendar', 'posts'],
  ['/admin/templates', 'posts'],
  ['/admin/settings', 'settings'],
  ['/admin/settings/looks', 'settings'],
  ['/admin/settings-of-another', null],
  ['/admin/shortcuts', null],
])('%s belongs to the page “%s” of the bar', (path, room) => {
  expect(roomOf(path)).toBe(room);
});
