import { isBlank, renamed, unwrap } from './elements';

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** Turns paragraphs with Word's heading styles or the browser's heading roles into headings. */
export function markHeadings(root: HTMLElement): void {
  for (const element of root.querySelectorAll<HTMLElement>('[role="heading"], p[class^="Mso"]')) {
    const name = element.className;
    const level =
      /^MsoTitle/.test(name) || element.getAttribute('aria-level') === '1'
        ? '1'
        : (/^MsoHeading([1-9])/.exec(name)?.[1] ?? element.getAttribute('aria-level'));
    const isHeading = element.getAttribute('role') === 'heading' || /^Mso(Title|Heading)/.test(name);
    if (isHeading && level) renamed(element, `h${Math.min(Number(level) || 2, 6)}`);
    else if (/^Mso(Intense)?Quote/.test(name)) renamed(element, 'blockquote');
  }
}

/**
 * Maps headings to the two levels below the headline. The highest level in a paste becomes the first, all
 * others the second. A single level 1 heading above others is a title and does not count.
 */
export function mapHeadings(root: HTMLElement): void {
  const headings = [...root.querySelectorAll<HTMLElement>(HEADINGS)].filter(
    (heading) => !isBlank(heading.textContent),
  );
  const titles = headings.filter(({ localName }) => localName === 'h1');
  const rest = headings.filter(({ localName }) => localName !== 'h1');
  const ranked = titles.length === 1 && rest.length > 0 ? rest : headings;
  const highest = Math.min(...ranked.map(levelOf));
  for (const heading of headings) {
    for (const bold of heading.querySelectorAll('b, strong')) unwrap(bold);
    const isFirst = levelOf(heading) <= highest || (titles.length === 1 && heading === titles[0]);
    renamed(heading, isFirst ? 'h2' : 'h3');
  }
}

function levelOf(heading: Element): number {
  return Number(heading.localName.slice(1));
}
