import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { OperatorError, Refusal } from '@/lib/errors';
import { WrongSetting } from '@/lib/settings/wrong-setting';
import { operatorMessage } from './operator-message';

test('a terminal shows a refusal as its English sentence', () => {
  const refused = new Refusal('conflict', 'backupExists', { folder: '/srv/copy' });
  expect(operatorMessage(refused)).toBe('/srv/copy already exists. Choose another folder.');
});

test('a message for the operator is shown unchanged', () => {
  expect(operatorMessage(new OperatorError('Stop it first.'))).toBe('Stop it first.');
  expect(operatorMessage(new WrongSetting('PORT is a number.'))).toBe('PORT is a number.');
});

test('a wrong option is explained, and a bug keeps its stack', () => {
  const wrong = (() => {
    try {
      return parseArgs({ args: ['--nonsense'], options: {} });
    } catch (error) {
      return error;
    }
  })();
  expect(operatorMessage(wrong)).toMatch(/--nonsense/);
  const bug = new Error('a bug');
  expect(operatorMessage(bug)).toBe(bug);
});

test.each([
  ['SQLITE_FULL', /disk is full/],
  ['ENOSPC', /disk is full/],
  ['SQLITE_IOERR_SHMSIZE', /disk is full/],
  ['SQLITE_IOERR_WRITE', /full, broken or read-only/],
  ['EROFS', /read-only/],
  ['SQLITE_BUSY', /Another program/],
])('trouble of the machine is a sentence: %s', (code, sentence) => {
  const message = operatorMessage(Object.assign(new Error('trouble'), { code }));
  expect(message).toMatch(sentence);
  expect(message).toContain(`(${code})`);
});
