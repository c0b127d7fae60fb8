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
