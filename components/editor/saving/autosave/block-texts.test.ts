import { expect, test } from 'vitest';
import { documentSchema } from '@/lib/document/schema';
import { BlockTexts } from './block-texts';

const paragraph = (text: string) =>
  documentSchema.nodes.paragraph?.createChecked(null, documentSchema.text(text)) ?? null;

test('the text equals the document’s JSON, also after a change', () => {
  const texts = new BlockTexts();
  const before = documentSchema.topNodeType.createChecked(
    null,
    [paragraph('One'), paragraph('Two “2”')].flatMap((node) => node ?? []),
  );
  expect(texts.of(before)).toBe(JSON.stringify(before.toJSON()));
  const after = before.replace(1, 4, before.slice(0, 0));
  expect(texts.of(after)).toBe(JSON.stringify(after.toJSON()));
});
