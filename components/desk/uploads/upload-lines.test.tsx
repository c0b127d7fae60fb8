import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DeskWordsProvider } from '@/components/desk/ui/desk-words.client';
import { LANGUAGE_CODES } from '@/lib/language/languages';
import { deskStringsFor } from '@/lib/language/strings';
import { UploadFate, UploadLines } from './upload-lines.client';
import type { UploadLine } from './upload-queue';

const refused: UploadLine = {
  id: 1,
  name: 'river.jpg',
  state: 'refused',
  share: 1,
  message: '',
  obstacle: 'tooLarge',
  isFinal: false,
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

test('a file that can never be uploaded offers to choose another, and any other failure to try again', () => {
  const queue = { retry() {}, choose() {}, leave() {}, clearDone() {} };
  const html = (line: Partial<UploadLine>) =>
    renderToStaticMarkup(
      <DeskWordsProvider language="en" words={deskStringsFor('en')}>
        <UploadLines queue={queue} lines={[{ ...refused, ...line }]} />
      </DeskWordsProvider>,
    );
  const { chooseAnother, retry } = deskStringsFor('en').library;
  expect(html({ obstacle: null, message: 'No picture.', isFinal: true })).toContain(chooseAnother);
  expect(html({ obstacle: null, message: 'No picture.', isFinal: true })).not.toContain(retry);
  expect(html({})).toContain(retry);
  expect(html({})).not.toContain(chooseAnother);
});
