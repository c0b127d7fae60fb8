/** Returns the placeholder for a group of pictures in clean markup, used until they are in the library. */
export function markOf(index: number): string {
  return `pastedpicture${String(index).padStart(4, '0')}`;
}

/** Returns the index of a group's mark; null for the id of a picture in the library. */
export function indexOfMark(mediaId: string): number | null {
  const index = /^pastedpicture(\d{4})$/.exec(mediaId)?.[1];
  return index === undefined ? null : Number(index);
}
