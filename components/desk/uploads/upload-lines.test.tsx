import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LANGUAGE_CODES } from '@/lib/language/languages';
import { deskStringsFor } from '@/lib/language/strings';
import { UploadFate } from './upload-lines.client';
import type { UploadLine } from './upload-queue';

const refused: UploadLine = {
  id: 1,
  name: 'river.jpg',
  state: 'refused',
  share: 1,
  message: '',
  obstacle: 'tooLarge',
  media: null,
  isKnown: false,
};

test.each(LANGUAGE_CODES)(
  'a limit in front of the publication is named with its remedy in %s',
  (language) => {
    const words = deskStringsFor(language).library;
    const fate = (line: Partial<UploadLine>) =>
      renderToStaticMarkup(<UploadFate line={{ ...refused, ...line }} words={words} />);
    expect(fate({})).toContain(words.tooLargeForProxy);
    expect(words.tooLargeForProxy).toMatch(/413.*client_max_body_size/);
    expect(fate({ obstacle: 'likelyTooLarge' })).toContain(words.likelyTooLargeForProxy);
    expect(words.likelyTooLargeForProxy).toContain('client_max_body_size');
    expect(fate({ state: 'unreachable', obstacle: 'unreachable' })).toContain(words.unreachable);
    expect(fate({ obstacle: null, message: 'Damaged.' })).toContain('Damaged.');
  },
);
