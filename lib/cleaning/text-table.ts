import { escaped } from './escaped';

/** A row has at least one tab; more cells than this are data that no page can show. */
const MOST_CELLS = 20;

/** Converts lines with the same number of tabs, as spreadsheets copy them, to a table; empty for other lines. */
export function tableHtml(lines: string[]): string {
  const rows = lines.map((line) => line.split('\t'));
  const cells = rows[0]?.length ?? 0;
  if (rows.length < 2 || cells < 2 || cells > MOST_CELLS) return '';
  if (rows.some((row) => row.length !== cells || row.every((cell) => !cell.trim()))) return '';
  const html = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`);
  return `<table>${html.join('')}</table>`;
}
