/**
 * Shows the body of a post. The HTML is always made by our own renderer from a validated document
 * (lib/document/html.ts), with every word escaped; HTML from outside is never stored.
 */
export function DocumentBody({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
  return <div data-part="document-body" className="document" dangerouslySetInnerHTML={{ __html: html }} />;
}
