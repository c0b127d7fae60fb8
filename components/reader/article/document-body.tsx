/**
 * The body of a post. The HTML is only ever what our own renderer made of a validated document
 * (lib/document/html.ts), every word of it escaped; no HTML is ever stored from outside.
 */
export function DocumentBody({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
  return <div className="document" dangerouslySetInnerHTML={{ __html: html }} />;
}
