import { expect, test } from 'vitest';
import { diskRefusal } from './disk-refusal';

const failed = (code: string, syscall = 'open') => Object.assign(new Error(code), { code, syscall });

test.each([
  [failed('ENOSPC'), { code: 'invalid', key: 'diskFullFile' }],
  [failed('EDQUOT'), { code: 'invalid', key: 'diskFullFile' }],
  [failed('EROFS'), { code: 'unavailable', key: 'diskNotWritable' }],
  [failed('EIO', 'fsync'), { code: 'unavailable', key: 'diskNotWritable' }],
  [failed('ENOENT', 'mkdir'), { code: 'unavailable', key: 'diskNotWritable' }],
])('%s is a refusal that says what is wrong with the disk', (error, refusal) => {
  expect(diskRefusal(error)).toMatchObject(refusal);
});

test('any other error stays what it is', () => {
  for (const error of [failed('ENOENT'), new Error('x'), 'x']) expect(diskRefusal(error)).toBe(error);
});
