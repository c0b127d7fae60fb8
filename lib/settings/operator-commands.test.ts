import { afterEach, expect, test, vi } from 'vitest';
import { manageCommand, startCommand } from './operator-commands';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['', 'npm run manage -- backup', 'npm start'],
  ['true', 'node broadside.mjs manage backup', 'node broadside.mjs'],
])('with BROADSIDE_ARCHIVE=“%s” the operator is told of “%s”', (archive, manage, start) => {
  vi.stubEnv('BROADSIDE_ARCHIVE', archive);
  expect([manageCommand('backup'), startCommand()]).toEqual([manage, start]);
});
