import type { Thing } from 'schema-dts';
import { graphJson } from '@/lib/formats/structured-data/graph';

/** What search engines read of a page; data, not a script. @see https://schema.org */
export function StructuredData({ things }: { things: Exclude<Thing, string>[] }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every `<` escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: graphJson(things) }} />;
}
