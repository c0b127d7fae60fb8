import { COLUMN } from './column';

/**
 * Shows the body of a post. The HTML is always made by our own renderer from a validated document
 * (lib/document/html.ts), with every word escaped; HTML from outside is never stored.
 * @param hasInitial whether its first letter is large; not in Khmer, whose letters stand above and below each other.
 */
export function DocumentBody({ html, hasInitial }: { html: string; hasInitial: boolean }) {
  return (
    <div
      data-part="document-body"
      data-initial={hasInitial || undefined}
      className={`document ${COLUMN}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
