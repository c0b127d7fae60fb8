import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  editFault,
  focusAfter,
  isNoEdit,
  isSameEdit,
  leastSide,
  moved,
  noEdit,
  type PictureEdit,
  resized,
  shaped,
  turned,
  turnedSize,
} from './picture-edit';

const ORIGINAL = { widthPx: 800, heightPx: 600 };
const cropped = (leftPx: number, topPx: number, widthPx: number, heightPx: number): PictureEdit => ({
  ...noEdit(ORIGINAL),
  area: { leftPx, topPx, widthPx, heightPx },
});
const numbersOf = ({ area }: PictureEdit) => [area.leftPx, area.topPx, area.widthPx, area.heightPx];

describe('turning', () => {
  test('the same part stays in the area, clockwise and back', () => {
    const corner = cropped(0, 0, 200, 100);
    expect(numbersOf(turned(corner, 1))).toEqual([500, 0, 100, 200]);
    expect(numbersOf(turned(turned(corner, 1), 1))).toEqual([600, 500, 200, 100]);
    expect(numbersOf(turned(corner, -1))).toEqual([0, 600, 100, 200]);
  });

  test('four quarters, or one and one back, change nothing', () => {
    const part = cropped(30, 40, 250, 120);
    const once = turned(part, 1);
    expect(isSameEdit(turned(turned(turned(once, 1), 1), 1), part)).toBe(true);
    expect(isSameEdit(turned(once, -1), part)).toBe(true);
    expect([once.turns, turned(part, -1).turns]).toEqual([1, 3]);
  });

  test('a picture that is only turned is not as it was', () => {
    expect(isNoEdit(noEdit(ORIGINAL))).toBe(true);
    expect(isNoEdit(turned(turned(noEdit(ORIGINAL), 1), 1))).toBe(false);
    expect(turnedSize(ORIGINAL, 3)).toEqual({ widthPx: 600, heightPx: 800 });
  });
});

describe('moving and resizing', () => {
  test('the area stops at the edges', () => {
    expect(numbersOf(moved(cropped(100, 100, 200, 200), { x: -900, y: 900 }))).toEqual([0, 400, 200, 200]);
    const wide = resized(cropped(100, 100, 200, 200), { x: 1, y: 1 }, { x: 5000, y: 350 }, null);
    expect(numbersOf(wide)).toEqual([100, 100, 700, 250]);
  });

  test('the corner across stays, and the area has its least size', () => {
    const small = resized(cropped(100, 100, 200, 200), { x: -1, y: -1 }, { x: 290, y: 500 }, null);
    expect(numbersOf(small)).toEqual([200, 200, 100, 100]);
  });

  test('a shape is kept, and fits between the corner across and the edges', () => {
    const square = shaped(cropped(0, 0, 800, 600), 1);
    expect(numbersOf(square)).toEqual([100, 0, 600, 600]);
    expect(numbersOf(resized(square, { x: 1, y: 1 }, { x: 500, y: 400 }, 1))).toEqual([100, 0, 400, 400]);
    expect(numbersOf(resized(square, { x: -1, y: 1 }, { x: -900, y: 900 }, 1))).toEqual([100, 0, 600, 600]);
  });

  test('a shape is the largest around the same centre', () => {
    expect(numbersOf(shaped(cropped(0, 0, 100, 100), 16 / 9))).toEqual([0, 0, 800, 450]);
    expect(numbersOf(shaped(cropped(700, 500, 100, 100), 1))).toEqual([200, 0, 600, 600]);
  });

  test('nothing that the controls do makes an area that is refused', () => {
    const side = fc.integer({ min: 100, max: 2560 });
    const place = fc.record({
      x: fc.integer({ min: -3000, max: 3000 }),
      y: fc.integer({ min: -3000, max: 3000 }),
    });
    const either = fc.constantFrom(1 as const, -1 as const);
    const step = fc.oneof(
      either.map((by) => (edit: PictureEdit) => turned(edit, by)),
      place.map((by) => (edit: PictureEdit) => moved(edit, by)),
      fc.tuple(either, either, place).map(
        ([x, y, to]) =>
          (edit: PictureEdit) =>
            resized(edit, { x, y }, to, null),
      ),
      fc.tuple(either, either, place).map(
        ([x, y, to]) =>
          (edit: PictureEdit) =>
            resized(shaped(edit, 1), { x, y }, to, 1),
      ),
    );
    fc.assert(
      fc.property(side, side, fc.array(step, { maxLength: 12 }), (widthPx, heightPx, steps) => {
        const edit = steps.reduce((so, next) => next(so), noEdit({ widthPx, heightPx }));
        expect(editFault(edit)).toBeNull();
        expect(numbersOf(edit).every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

describe('what is refused', () => {
  test.each<[string, PictureEdit, string | null]>([
    ['one that ends outside', cropped(700, 0, 101, 600), 'cropOutside'],
    [
      'one that would fit only if the picture were not turned',
      { ...cropped(0, 0, 800, 600), turns: 1 },
      'cropOutside',
    ],
    ['one of 99 pixels', cropped(0, 0, 99, 300), 'cropTooSmall'],
    ['one of 100 pixels', cropped(0, 0, 100, 300), null],
  ])('%s', (_what, edit, fault) => {
    expect(editFault(edit)).toBe(fault);
  });

  test('a small picture can be cropped to no less than its shorter side', () => {
    expect(leastSide({ widthPx: 90, heightPx: 60 })).toBe(60);
    expect(
      editFault({
        ...noEdit({ widthPx: 90, heightPx: 60 }),
        area: { leftPx: 0, topPx: 0, widthPx: 60, heightPx: 60 },
      }),
    ).toBeNull();
  });
});

describe('the focus point', () => {
  const before = noEdit(ORIGINAL);
  test('shows the same after a crop and after a turn', () => {
    // 200 and 150 pixels from the corner.
    const focus = { x: 25, y: 25 };
    expect(focusAfter(focus, before, cropped(100, 100, 400, 200))).toEqual({ x: 25, y: 25 });
    expect(focusAfter(focus, before, cropped(200, 0, 400, 200))).toEqual({ x: 0, y: 75 });
    expect(focusAfter(focus, before, turned(before, 1))).toEqual({ x: 75, y: 25 });
    expect(focusAfter({ x: 75, y: 25 }, turned(before, 1), before)).toEqual(focus);
  });

  test('is the centre where nobody chose it, or where it was cut off', () => {
    expect(focusAfter({ x: 50, y: 50 }, before, cropped(0, 0, 100, 100))).toEqual({ x: 50, y: 50 });
    expect(focusAfter({ x: 90, y: 90 }, before, cropped(0, 0, 100, 100))).toEqual({ x: 50, y: 50 });
  });
});
