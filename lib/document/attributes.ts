import { z } from 'zod';

const words = (longest: number) => z.string().max(longest).default('');

/** What a figure says of its picture; an empty alt falls back to the one in the library. */
export const FigureAttributes = z.object({
  mediaId: z.string().regex(/^[a-z0-9]{8,32}$/),
  alt: words(2000),
  caption: words(4000),
  credit: words(500),
  /** Shown wider than the column of text, where the screen has room. */
  isWide: z.boolean().default(false),
});
export type FigureAttributes = z.infer<typeof FigureAttributes>;

/** A note to a place in the text; its number is its place among the others. */
export const FootnoteAttributes = z.object({ text: words(4000) });
export type FootnoteAttributes = z.infer<typeof FootnoteAttributes>;

/** Addresses that a link in a post may have. */
const LINK = /^(https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+|\/(?![/\\])[^\s]*|#[^\s]*)$/i;

/** Whether a link may lead there: the web, a mail address, or a place on this site. */
export function isSafeHref(href: string): boolean {
  return href.length <= 4000 && LINK.test(href);
}

const NoAttributes = z.object({}).strict();
const span = z.number().int().min(1).max(20).default(1);
const CellAttributes = z.object({
  colspan: span,
  rowspan: span,
  colwidth: z.array(z.number().int().min(1).max(5000)).max(20).nullable().default(null),
  align: z.enum(['left', 'center', 'right']).nullish(),
});

/** The rule for the attributes of every node; a node that is not here is not part of a body. */
export const NODE_ATTRIBUTES: Record<string, z.ZodType> = {
  doc: NoAttributes,
  text: NoAttributes,
  paragraph: NoAttributes,
  heading: z.object({ level: z.union([z.literal(2), z.literal(3)]) }).strict(),
  bulletList: NoAttributes,
  orderedList: z
    .object({ start: z.number().int().min(0).max(100_000).default(1), type: z.null().default(null) })
    .strict(),
  listItem: NoAttributes,
  blockquote: NoAttributes,
  pullQuote: NoAttributes,
  figure: FigureAttributes.strict(),
  gallery: NoAttributes,
  table: NoAttributes,
  tableRow: NoAttributes,
  tableCell: CellAttributes.strict(),
  tableHeader: CellAttributes.strict(),
  horizontalRule: NoAttributes,
  hardBreak: NoAttributes,
  footnote: FootnoteAttributes.strict(),
};

/** The rule for the attributes of every mark. */
export const MARK_ATTRIBUTES: Record<string, z.ZodType> = {
  bold: NoAttributes,
  italic: NoAttributes,
  strike: NoAttributes,
  superscript: NoAttributes,
  link: z.object({ href: z.string().refine(isSafeHref) }),
};
