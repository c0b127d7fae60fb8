import { z } from 'zod';

const words = (longest: number) => z.string().max(longest).default('');

const mediaId = z.string().regex(/^[a-z0-9]{8,32}$/);

/** What a figure says of its picture; an empty alt falls back to the one in the library. */
export const FigureAttributes = z.object({
  mediaId,
  alt: words(2000),
  caption: words(4000),
  credit: words(500),
  /** Shown wider than the column of text, where the screen has room. */
  isWide: z.boolean().default(false),
  /** Its author says that it tells nothing: whoever cannot see it misses nothing. */
  isDecorative: z.boolean().default(false),
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

/** A box beside the argument: something to know, or what an earlier text had wrong. */
export const CalloutAttributes = z.object({ kind: z.enum(['note', 'correction']).default('note') });
export type CalloutAttributes = z.infer<typeof CalloutAttributes>;

/** The name of a language of code, as authors write it after the fence; shown, never interpreted. */
export const CodeLanguage = z.string().regex(/^[A-Za-z0-9+#._-]{1,30}$/);

/** Where an embed card leads, as far as it is shown in a way of its own. */
export const EMBED_KINDS = ['link', 'youtube', 'facebook', 'x', 'telegram'] as const;

/** A card that leads to a page elsewhere: what it said when it was put in, kept here. */
export const EmbedAttributes = z.object({
  url: z.string().refine((url) => /^https?:/i.test(url) && isSafeHref(url) && URL.canParse(url)),
  title: words(500),
  text: words(1000),
  site: words(200),
  mediaId: mediaId.nullable().default(null),
  kind: z.enum(EMBED_KINDS).default('link'),
});
export type EmbedAttributes = z.infer<typeof EmbedAttributes>;

/** A recording of the library, with what is said in it for those who cannot hear. */
export const AudioAttributes = z.object({
  mediaId,
  caption: words(4000),
  credit: words(500),
  transcript: words(200_000),
});
export type AudioAttributes = z.infer<typeof AudioAttributes>;

/** A film of the library; the poster is the picture that stands there until it is played. */
export const VideoAttributes = AudioAttributes.extend({ poster: mediaId.nullable().default(null) });
export type VideoAttributes = z.infer<typeof VideoAttributes>;

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
  taskList: NoAttributes,
  taskItem: z.object({ checked: z.boolean().default(false) }).strict(),
  blockquote: NoAttributes,
  pullQuote: NoAttributes,
  figure: FigureAttributes.strict(),
  gallery: NoAttributes,
  callout: CalloutAttributes.strict(),
  codeBlock: z.object({ language: CodeLanguage.nullable().default(null) }).strict(),
  embed: EmbedAttributes.strict(),
  audio: AudioAttributes.strict(),
  video: VideoAttributes.strict(),
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
  code: NoAttributes,
  superscript: NoAttributes,
  subscript: NoAttributes,
  link: z.object({ href: z.string().refine(isSafeHref) }),
};
