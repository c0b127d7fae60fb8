/** A line of the table. `here` is ours; missing values are left empty. */
export interface Row {
  what: string;
  here: string;
  nginx?: string;
  ratio?: string;
  budget?: string;
  isMet?: boolean;
}

/** Lines of the table that belong together. */
export interface Section {
  heading: string;
  rows: Row[];
}

const COLUMNS = ['what', 'here', 'nginx', 'ratio', 'budget', 'verdict'] as const;
type Cells = Record<(typeof COLUMNS)[number], string>;

/** Makes a row with a figure that has no budget. */
export function figure(what: string, value: number, unit: string, digits = 0): Row {
  return { what, here: shown(value, unit, digits) };
}

/** Makes a row with a figure that must not exceed its budget. */
export function within(what: string, value: number, unit: string, budget: number, digits = 0): Row {
  return {
    what,
    here: shown(value, unit, digits),
    ratio: budget > 0 ? (value / budget).toFixed(2) : '',
    budget: `≤ ${shown(budget, unit, Number.isInteger(budget) ? 0 : 1)}`,
    isMet: value <= budget,
  };
}

/** Makes a row with answers a second, ours and nginx's; ours must reach `leastRatio` of nginx's, if given. */
export function comparedRates(what: string, ours: number, nginx: number, leastRatio?: number): Row {
  const rates = { what, here: shown(ours, '/s', 0), nginx: shown(nginx, '/s', 0) };
  return { ...rates, ...comparison(ours / nginx, leastRatio) };
}

/**
 * Makes a row with the cost of an answer, ours and nginx's, in microseconds of processor time; the higher the cost, the
 * lower the ratio.
 */
export function comparedCosts(what: string, ours: number, nginx: number, leastRatio: number): Row {
  const costs = { what, here: shown(ours, 'µs', 1), nginx: shown(nginx, 'µs', 1) };
  return { ...costs, ...comparison(nginx / ours, leastRatio) };
}

function comparison(ratio: number, least: number | undefined): Pick<Row, 'ratio' | 'budget' | 'isMet'> {
  if (least === undefined) return { ratio: ratio.toFixed(2) };
  return { ratio: ratio.toFixed(2), budget: `≥ ${least} of nginx`, isMet: ratio >= least };
}

/** Renders the table as plain text with aligned columns. */
export function renderTable(sections: Section[]): string {
  const blocks = sections.map(({ heading, rows }) => ({ heading, lines: rows.map(cellsOf) }));
  const head: Cells = {
    what: '',
    here: 'here',
    nginx: 'nginx',
    ratio: 'ratio',
    budget: 'budget',
    verdict: '',
  };
  const all = [head, ...blocks.flatMap(({ lines }) => lines)];
  const widths = COLUMNS.map((column) => Math.max(...all.map((cells) => cells[column].length)));
  const line = (cells: Cells) =>
    COLUMNS.map((column, index) =>
      column === 'what' || column === 'verdict'
        ? cells[column].padEnd(widths[index] ?? 0)
        : cells[column].padStart(widths[index] ?? 0),
    )
      .join('  ')
      .trimEnd();
  return [line(head), ...blocks.flatMap(({ heading, lines }) => ['', heading, ...lines.map(line)])].join(
    '\n',
  );
}

function cellsOf({ what, here, nginx = '', ratio = '', budget = '', isMet }: Row): Cells {
  const verdict = isMet === undefined ? '' : isMet ? 'met' : 'MISSED';
  return { what: `  ${what}`, here, nginx, ratio, budget, verdict };
}

function shown(value: number, unit: string, digits: number): string {
  const number = value.toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return unit.startsWith('/') ? `${number}${unit}` : `${number} ${unit}`.trim();
}
