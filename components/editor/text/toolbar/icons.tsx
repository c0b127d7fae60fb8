/** The toolbar's icons: strokes on a grid of 24. */
const ICON_PATHS = {
  bulletList: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  orderedList: 'M10 6h10M10 12h10M10 18h10M4 4.5h1.2V9M4 9h2.4M4 14h2.2l-2.2 3.5h2.4',
  taskList: 'M3.5 6 5 7.5 8 4.5M11.5 6H20M3.5 12.5 5 14l3-3M11.5 12.5H20M4 17.5h3.5V21H4v-3.5ZM11.5 19H20',
  quote: 'M10 7H6v5h4V7Zm0 5c0 3-1.5 4.5-4 5M19 7h-4v5h4V7Zm0 5c0 3-1.5 4.5-4 5',
  pullQuote: 'M4 5h16M4 19h16M7 10h10M9 14h6',
  picture: 'M4 5h16v14H4V5Zm0 11 4.5-4.5 4 4 3-3L20 17M15.5 9h.01',
  table: 'M4 5h16v14H4V5Zm0 5h16M4 14.5h16M10 5v14',
  divider: 'M4 12h16',
  note: 'M5 4v16M9 6h11v12H9M12.5 10h5M12.5 14h5',
  correction: 'M5 4v16M9 6h11v12H9M14.5 9v3.5M14.5 15.2h.01',
  codeBlock: 'm8 7-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14',
  card: 'M3 6h18v12H3V6Zm7 0v12M13 10h5M13 14h3',
  snippet: 'M7 4h10v16l-5-4-5 4V4Z',
  more: 'M12 5v14M5 12h14',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  moveUp: 'M12 19V6M6 12l6-6 6 6',
  pasteAsText: 'M9 4h6v3H9V4Zm0 1.5H6V20h12V5.5h-3M9.5 11.5h5M12 11.5V17',
  outdent: 'M4 5h16M11 10h9M11 14h9M4 19h16M7.5 9.5 4.5 12l3 2.5',
  indent: 'M4 5h16M11 10h9M11 14h9M4 19h16M4.5 9.5l3 2.5-3 2.5',
  moveDown: 'M12 5v13M6 12l6 6 6-6',
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'm15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
} as const;

/** Icons that are letters. */
const LETTERS = {
  paragraph: '¶',
  heading: 'H2',
  subheading: 'H3',
  footnote: (
    <span>
      a<sup>1</sup>
    </span>
  ),
  bold: <b>B</b>,
  italic: <i>I</i>,
};

export type IconName = keyof typeof ICON_PATHS | keyof typeof LETTERS;

/** Renders a toolbar icon, hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  if (name in LETTERS) return <span aria-hidden="true">{LETTERS[name as keyof typeof LETTERS]}</span>;
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={ICON_PATHS[name as keyof typeof ICON_PATHS]} />
    </svg>
  );
}
