import type { PictureArea, PictureEdit, PictureSize } from '@/db/column-types';

export type { PictureArea, PictureEdit, PictureSize } from '@/db/column-types';

/*
 * The geometry of turning and cropping, for the server and for browsers. A picture is turned first and cropped then:
 * an area is measured in the turned original.
 */

/** A shorter side of a crop is seen as a blur on a page. */
export const LEAST_SIDE_PX = 100;

/** A corner of an area: 1 for right and bottom, -1 for left and top. */
export interface Corner {
  x: 1 | -1;
  y: 1 | -1;
}

/** A place, or a distance, in pixels or in per cent. */
export interface Point {
  x: number;
  y: number;
}

/** Why an edit is not possible. */
export type EditFault = 'cropOutside' | 'cropTooSmall';

/** Returns the edit that shows a whole original as it is. */
export function noEdit({ widthPx, heightPx }: PictureSize): PictureEdit {
  const original = { widthPx, heightPx };
  return { turns: 0, area: wholeArea(original), original };
}

/** Returns the size of an original after quarter turns. */
export function turnedSize({ widthPx, heightPx }: PictureSize, turns: number): PictureSize {
  return turns % 2 === 0 ? { widthPx, heightPx } : { widthPx: heightPx, heightPx: widthPx };
}

/** Returns the area that is all of a picture. */
export function wholeArea({ widthPx, heightPx }: PictureSize): PictureArea {
  return { leftPx: 0, topPx: 0, widthPx, heightPx };
}

/** Whether two edits show the same. */
export function isSameEdit(one: PictureEdit, other: PictureEdit): boolean {
  const numbers = ({ turns, area }: PictureEdit) =>
    [turns, area.leftPx, area.topPx, area.widthPx, area.heightPx].join();
  return numbers(one) === numbers(other);
}

/** Whether an edit shows the whole original as it is. */
export function isNoEdit(edit: PictureEdit): boolean {
  return isSameEdit(edit, noEdit(edit.original));
}

/** Returns the shortest side that a crop of this original may have, in pixels. */
export function leastSide({ widthPx, heightPx }: PictureSize): number {
  return Math.min(LEAST_SIDE_PX, widthPx, heightPx);
}

/** Returns what is wrong with an edit, null when it is possible. */
export function editFault({ turns, area, original }: PictureEdit): EditFault | null {
  const size = turnedSize(original, turns);
  const least = leastSide(original);
  if (area.leftPx < 0 || area.topPx < 0) return 'cropOutside';
  if (area.leftPx + area.widthPx > size.widthPx || area.topPx + area.heightPx > size.heightPx)
    return 'cropOutside';
  return area.widthPx < least || area.heightPx < least ? 'cropTooSmall' : null;
}

/** Returns an edit turned further by one quarter, clockwise (1) or back (-1). The same part stays in the area. */
export function turned(edit: PictureEdit, by: 1 | -1): PictureEdit {
  const quarters = by === 1 ? 1 : 3;
  let { area } = edit;
  for (let turn = 0; turn < quarters; turn += 1)
    area = turnedArea(area, turnedSize(edit.original, edit.turns + turn));
  return { ...edit, turns: (edit.turns + quarters) % 4, area };
}

/** Turns an area clockwise with its picture: the point (x, y) of it comes to (height - y, x). */
function turnedArea(area: PictureArea, size: PictureSize): PictureArea {
  return {
    leftPx: size.heightPx - area.topPx - area.heightPx,
    topPx: area.leftPx,
    widthPx: area.heightPx,
    heightPx: area.widthPx,
  };
}

/** Moves the area by a distance, at most to the edges. */
export function moved(edit: PictureEdit, by: Point): PictureEdit {
  const { area } = edit;
  const size = turnedSize(edit.original, edit.turns);
  const leftPx = within(Math.round(area.leftPx + by.x), 0, size.widthPx - area.widthPx);
  const topPx = within(Math.round(area.topPx + by.y), 0, size.heightPx - area.heightPx);
  return { ...edit, area: { ...area, leftPx, topPx } };
}

/**
 * Gives the area a shape: the largest of this shape that the picture has room for, around the same centre where
 * possible.
 * @param ratio its width divided by its height.
 */
export function shaped(edit: PictureEdit, ratio: number): PictureEdit {
  const { area } = edit;
  const size = turnedSize(edit.original, edit.turns);
  const widthPx = Math.max(1, Math.min(size.widthPx, Math.round(size.heightPx * ratio)));
  const heightPx = Math.max(1, Math.min(size.heightPx, Math.round(widthPx / ratio)));
  const leftPx = area.leftPx + (area.widthPx - widthPx) / 2;
  const topPx = area.topPx + (area.heightPx - heightPx) / 2;
  return moved({ ...edit, area: { leftPx, topPx, widthPx, heightPx } }, { x: 0, y: 0 });
}

/**
 * Moves one corner of the area to a point; the corner across stays. It stops at the edges of the picture and at the
 * least size.
 * @param ratio the shape to keep, as width divided by height; null for any.
 */
export function resized(edit: PictureEdit, corner: Corner, to: Point, ratio: number | null): PictureEdit {
  const { area } = edit;
  const size = turnedSize(edit.original, edit.turns);
  const fixed = cornerOf(area, { x: flipped(corner.x), y: flipped(corner.y) });
  const room = {
    x: corner.x === 1 ? size.widthPx - fixed.x : fixed.x,
    y: corner.y === 1 ? size.heightPx - fixed.y : fixed.y,
  };
  const wanted = { x: (to.x - fixed.x) * corner.x, y: (to.y - fixed.y) * corner.y };
  const { widthPx, heightPx } = fitted(wanted, room, leastSide(edit.original), ratio);
  const leftPx = corner.x === 1 ? fixed.x : fixed.x - widthPx;
  const topPx = corner.y === 1 ? fixed.y : fixed.y - heightPx;
  return { ...edit, area: { leftPx, topPx, widthPx, heightPx } };
}

/** Returns the place of a corner of an area. */
export function cornerOf(area: PictureArea, { x, y }: Corner): Point {
  return { x: area.leftPx + (x === 1 ? area.widthPx : 0), y: area.topPx + (y === 1 ? area.heightPx : 0) };
}

function flipped(side: 1 | -1): 1 | -1 {
  return side === 1 ? -1 : 1;
}

function fitted(wanted: Point, room: Point, least: number, ratio: number | null): PictureSize {
  if (ratio === null)
    return {
      widthPx: within(Math.round(wanted.x), least, room.x),
      heightPx: within(Math.round(wanted.y), least, room.y),
    };
  // Half from either side, so that a corner follows a finger that moves along one of them.
  const width = (wanted.x + wanted.y * ratio) / 2;
  const widthPx = within(Math.round(width), Math.ceil(Math.max(least, least * ratio)), room.x);
  const fitting = Math.min(widthPx, Math.floor(room.y * ratio));
  return { widthPx: fitting, heightPx: Math.min(room.y, Math.round(fitting / ratio)) };
}

/** The upper limit wins where there is no room for the lower one. */
function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/**
 * Returns where the focus point is after another edit, in per cent of what is shown then. The centre stays the centre,
 * because nobody chose it; a point that is cut off becomes the centre too.
 */
export function focusAfter(focus: Point, before: PictureEdit, after: PictureEdit): Point {
  const centre = { x: 50, y: 50 };
  if (focus.x === centre.x && focus.y === centre.y) return centre;
  const seen = {
    x: before.area.leftPx + (focus.x / 100) * before.area.widthPx,
    y: before.area.topPx + (focus.y / 100) * before.area.heightPx,
  };
  const point = turnedPoint(seen, before, (after.turns - before.turns + 4) % 4);
  const x = Math.round(((point.x - after.area.leftPx) / after.area.widthPx) * 100);
  const y = Math.round(((point.y - after.area.topPx) / after.area.heightPx) * 100);
  return [x, y].every((part) => part >= 0 && part <= 100) ? { x, y } : centre;
}

function turnedPoint(point: Point, { turns, original }: PictureEdit, quarters: number): Point {
  let { x, y } = point;
  for (let turn = 0; turn < quarters; turn += 1)
    [x, y] = [turnedSize(original, turns + turn).heightPx - y, x];
  return { x, y };
}
