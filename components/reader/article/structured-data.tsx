import type { Thing } from 'schema-dts';
import { graphJson } from '@/lib/formats/structured-data/graph';

/** Describes a page to search engines; data, not a script. @see https://schema.org */
export function StructuredData({ things }: { things: Exclude<Thing, string>[] }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every `<` escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: graphJson(things) }} />;
}
