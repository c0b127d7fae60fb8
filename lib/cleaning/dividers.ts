/** Signs between two parts of a text: three stars or bullets, an asterism or a row of dashes. */
const DIVIDER = /^(?:(?:[*∗＊•·⁕]\s?){3,7}|⁂|(?:[-–—_~]\s?){3,40})$/;

/** Whether a line is only a divider. */
export function isDivider(line: string): boolean {
  return DIVIDER.test(line.replace(/[\s\u00a0]+/g, ' ').trim());
}
