import { expect, test } from 'vitest';
import { actorOf, OPERATOR, requireUserId, SCHEDULER, userIdOf, VISITOR } from './actor';

test('a change is recorded under a person’s account, and no other actor’s', () => {
  const author = actorOf({ id: 7, role: 'author' });
  expect(author).toEqual({ kind: 'user', id: 7, role: 'author' });
  expect([author, OPERATOR, SCHEDULER, VISITOR].map(userIdOf)).toEqual([7, null, null, null]);
});

test('what needs an account fails without one', () => {
  expect(requireUserId(actorOf({ id: 7, role: 'owner' }))).toBe(7);
  expect(() => requireUserId(SCHEDULER)).toThrow('The scheduler has no account.');
});
