/** Along each side in steps of ten per cent, as classes: reader pages allow no style attributes. */
const ACROSS = [
  '[--x:0%]',
  '[--x:10%]',
  '[--x:20%]',
  '[--x:30%]',
  '[--x:40%]',
  '[--x:50%]',
  '[--x:60%]',
  '[--x:70%]',
  '[--x:80%]',
  '[--x:90%]',
  '[--x:100%]',
];
const DOWN = [
  '[--y:0%]',
  '[--y:10%]',
  '[--y:20%]',
  '[--y:30%]',
  '[--y:40%]',
  '[--y:50%]',
  '[--y:60%]',
  '[--y:70%]',
  '[--y:80%]',
  '[--y:90%]',
  '[--y:100%]',
];
const STEP = 10;

/** Returns the classes that keep a picture's focus point in sight where its edges are cut off. */
export function focusPoint({ focusX, focusY }: { focusX: number; focusY: number }): string {
  if (focusX === 50 && focusY === 50) return '';
  return `object-[var(--x)_var(--y)] ${ACROSS[Math.round(focusX / STEP)]} ${DOWN[Math.round(focusY / STEP)]}`;
}
