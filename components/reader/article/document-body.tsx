import { COLUMN } from './column';

interface Props {
  html: string;
  /** Whether its first letter is large; not in Khmer, whose letters stand above and below each other. */
  hasInitial?: boolean;
  /** Whether something is next to it, so that nothing of it may be wider than its text. */
  isNarrow?: boolean;
}

/**
 * Shows the body of a post. The HTML is always made by our own renderer from a validated document
 * (lib/document/html.ts), with every word escaped; HTML from outside is never stored.
 */
export function DocumentBody({ html, hasInitial = false, isNarrow = false }: Props) {
  return (
    <div
      data-part="document-body"
      data-initial={hasInitial || undefined}
      data-narrow={isNarrow || undefined}
      className={`document ${COLUMN} ${hasInitial ? ROOM_OF_INITIAL : ''}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/** The large letter is three lines high, also in a paragraph of one or two. */
const ROOM_OF_INITIAL = 'en:[&>p:first-child]:min-h-[3lh]';
