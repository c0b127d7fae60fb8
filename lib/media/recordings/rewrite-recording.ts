import { rm } from 'node:fs/promises';
import { meaningOf } from './damaged-recording';
import { rewriteFile } from './file-bytes';
import { finishFilm } from './finish-film';
import { hideBoxes } from './hide-boxes';
import { type FilmFacts, remuxFilm } from './remux-film';
import { rewriteMp3 } from './rewrite-mp3';
import { rewriteWav } from './rewrite-wav';
import { type Rewriting, unfinishedFilm } from './rewriting';

const SOUND: FilmFacts = { kind: 'audio', widthPx: 0, heightPx: 0 };

/**
 * Copies what is played of a recording, and nothing else, into a new file; a failure leaves an unfinished one.
 * The received file is changed. Blocks for seconds: for worker threads.
 * @throws Refusal `invalid` when the recording is damaged or many browsers cannot play it.
 */
export async function rewriteRecording({ format, from, to }: Rewriting): Promise<FilmFacts> {
  if (format === 'mp4') return rewriteFilm(from, to);
  rewriteFile(from, to, format === 'mp3' ? rewriteMp3 : rewriteWav);
  return SOUND;
}

async function rewriteFilm(from: string, to: string): Promise<FilmFacts> {
  const remuxed = unfinishedFilm(to);
  try {
    hideBoxesOf(from);
    const facts = await remuxFilm(from, remuxed);
    rewriteFile(remuxed, to, finishFilm);
    return facts;
  } finally {
    await rm(remuxed, { force: true });
  }
}

function hideBoxesOf(path: string) {
  try {
    hideBoxes(path);
  } catch (error) {
    throw meaningOf(error);
  }
}
