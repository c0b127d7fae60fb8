import sharp, { type Sharp } from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { storedFiles, wordsStored } from '@/tools/testing/stored-media';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findMediaFacts } from './queries';
import { uploadMedia } from './upload-media';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const EXIF = { IFD0: { Artist: 'SECRET-ARTIST', Make: 'SECRET-CAMERA' }, IFD3: { GPSLatitudeRef: 'N' } };
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"><photoshop:City>SECRET-CITY</photoshop:City></rdf:Description></rdf:RDF></x:xmpmeta>`;
const picture = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: 'teal' } })
    .withExif(EXIF)
    .withXmp(XMP);

/** A text chunk of a PNG, before its end. */
function withText(png: Buffer): Buffer {
  const data = Buffer.from('Comment\0SECRET-CHUNK');
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write('tEXt', 4);
  return Buffer.concat([png.subarray(0, 33), head, data, Buffer.alloc(4), png.subarray(33)]);
}

const FILES: Record<string, () => Promise<Buffer>> = {
  jpeg: async () => Buffer.concat([await made(picture().jpeg()), Buffer.from('SECRET-AFTER-THE-END')]),
  png: () => made(picture().png()),
  webp: () => made(picture().webp()),
  avif: () => made(picture().avif()),
  gif: async () => {
    const gif = await made(picture().gif());
    return Buffer.concat([gif.subarray(0, -1), Buffer.from('\x21\xfe\x0eSECRET-COMMENT\x00;', 'latin1')]);
  },
};
const made = (image: Sharp) => image.toBuffer();

test.each(Object.entries(FILES))('nothing is left of what programs write into %s', async (_format, make) => {
  const bytes = await make();
  expect(bytes.includes('SECRET')).toBe(true);
  const context = { actor: OPERATOR, now: 1, mediaDir: site.mediaDir };
  requireValue(await uploadMedia(site.db, { bytes, originalName: 'x' }, context));
  expect(storedFiles(site.mediaDir).length).toBeGreaterThan(2);
  expect(wordsStored(site.mediaDir, ['SECRET', 'Exif', 'xmpmeta', 'photoshop'])).toEqual([]);
});

test('text chunks of a PNG are not kept', async () => {
  const bytes = withText(await made(picture().png()));
  const context = { actor: OPERATOR, now: 1, mediaDir: site.mediaDir };
  const outcome = await uploadMedia(site.db, { bytes, originalName: 'x' }, context);
  // A chunk with a wrong checksum may be refused; if it is not, its words are gone.
  expect(outcome.ok ? wordsStored(site.mediaDir, ['SECRET']) : []).toEqual([]);
});

test('the words of a photographer are in the library from the start, and a second upload changes none', async () => {
  const exif = { IFD0: { Artist: 'Dara Lim', ImageDescription: 'A pier' } };
  const bytes = await made(picture().withExif(exif).jpeg());
  const context = { actor: OPERATOR, now: 1, mediaDir: site.mediaDir };
  const { mediaId } = requireValue(await uploadMedia(site.db, { bytes, originalName: 'x' }, context));
  const words = () => findMediaFacts(site.db, [mediaId]).get(mediaId);
  expect(words()).toMatchObject({ alt: '', caption: 'A pier', credit: 'Dara Lim' });
  site.db.$client.prepare("UPDATE media SET credit = 'By hand', caption = ''").run();
  requireValue(await uploadMedia(site.db, { bytes, originalName: 'x' }, context));
  expect(words()).toMatchObject({ caption: '', credit: 'By hand' });
});
