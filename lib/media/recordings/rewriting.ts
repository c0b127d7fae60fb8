import type { RecordingFormat } from './recording';

/** A received file, and the path where its copy goes, which must not exist yet. */
export interface Rewriting {
  format: RecordingFormat;
  from: string;
  to: string;
}

/** Returns the path of a film that is copied but whose description still follows its pictures. */
export function unfinishedFilm(to: string): string {
  return `${to}.remuxed`;
}
