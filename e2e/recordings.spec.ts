import { phoneFilm, withoutPictures } from '@/tools/testing/films';
import { mp3 } from '@/tools/testing/recordings';
import { expect, test } from './fixtures';

interface Stored {
  value: { media: { id: string; renditions: { file: string }[] } };
}

test('a film from a phone is stored without its place and plays, turned and to its end', async ({
  admin,
  page,
  site,
}) => {
  await admin.goto('/admin/media');
  const stored = await admin.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const answer = await fetch('/admin/media/upload?name=film.mp4', { method: 'POST', body: bytes });
    return answer.json();
  }, phoneFilm().toString('base64'));
  const { media } = (stored as Stored).value;
  const address = `${site.url}/media/${media.id}/${media.renditions[0]?.file}`;

  const served = await (await page.request.get(address)).body();
  expect(['MARKER', 'Lavf', 'Lavc', 'x264'].filter((word) => served.includes(word))).toEqual([]);

  await page.goto('/');
  const shown = await page.evaluate(async (src) => {
    const film = document.createElement('video');
    film.muted = true;
    film.src = src;
    const ended = new Promise((done, fail) => {
      film.onended = done;
      film.onerror = () => fail(new Error(film.error?.message));
    });
    await film.play();
    await ended;
    return { width: film.videoWidth, height: film.videoHeight, seconds: film.duration };
  }, address);
  expect(shown).toMatchObject({ width: 36, height: 64 });
  expect(shown.seconds).toBeCloseTo(1.5, 1);
});

for (const [name, bytes, seconds] of [
  ['talk.m4a', () => withoutPictures(phoneFilm()), 1.5],
  ['talk.mp3', () => mp3({ tag: 'SECRET' }), 2.1],
] as const)
  test(`${name} plays, with its length`, async ({ admin, page, site }) => {
    await admin.goto('/admin/media');
    await admin.getByLabel('Upload files').setInputFiles({ name, mimeType: 'audio/mp4', buffer: bytes() });
    await expect(admin.getByText('1 of 1 uploaded')).toBeVisible();
    const row = site.db.query.media.findFirst({ orderBy: (media, { desc }) => desc(media.createdAt) }).sync();
    await page.goto('/');
    const length = await page.evaluate(async (src) => {
      const sound = new Audio(src);
      sound.muted = true;
      await sound.play();
      return sound.duration;
    }, `/media/${row?.id}/${row?.renditions[0]?.file}`);
    expect(length).toBeCloseTo(seconds, 1);
  });
