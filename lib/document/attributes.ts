import { LIST_TYPES } from '@/lib/language/list-signs';
import {
  flag,
  type Kept,
  oneOf,
  onlyRulesFor,
  or,
  orNull,
  type Rules,
  rulesFor,
  text,
  whole,
  words,
} from './rules';

const mediaId = text((id) => /^[a-z0-9]{8,32}$/.test(id));

/** A figure's words for its picture; an empty alt falls back to the one in the library. */
export const FigureAttributes = rulesFor({
  mediaId,
  alt: words(2000),
  caption: words(4000),
  credit: words(500),
  /** Shown wider than the text column, if the screen has room. */
  isWide: flag,
  /** Marked by the author as decorative: it carries no information for people who cannot see it. */
  isDecorative: flag,
});
export type FigureAttributes = Kept<typeof FigureAttributes.shape>;

/** A footnote; its number is its position among the footnotes. */
export const FootnoteAttributes = rulesFor({ text: words(4000) });
export type FootnoteAttributes = Kept<typeof FootnoteAttributes.shape>;

/** Allowed link addresses in a post. */
const LINK =
  /^(https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+|tel:\+?[\d*#][\d*#().;=a-z-]*|\/(?![/\\])[^\s]*|#[^\s]*)$/i;

/** Whether an address is allowed in a link: a web address, a mail address, a telephone number or a place on this site. */
export function isSafeHref(href: string): boolean {
  return href.length <= 4000 && LINK.test(href);
}

/** A box apart from the argument: background, or what an earlier text had wrong. */
export const CalloutAttributes = rulesFor({ kind: or(oneOf('note', 'correction'), 'note') });
export type CalloutAttributes = Kept<typeof CalloutAttributes.shape>;

/**
 * Whether this can be the name of a programming language, as authors write it after the fence; shown, never
 * interpreted.
 */
export function isCodeLanguage(name: unknown): name is string {
  return typeof name === 'string' && /^[A-Za-z0-9+#._-]{1,30}$/.test(name);
}

/** The kinds of card that have their own display, and `link` for all others. */
export const EMBED_KINDS = ['link', 'youtube', 'facebook', 'x', 'telegram'] as const;

/** A card for an external page, with what it said when the card was inserted, stored here. */
export const EmbedAttributes = rulesFor({
  url: text((url) => /^https?:/i.test(url) && isSafeHref(url) && URL.canParse(url)),
  title: words(500),
  text: words(1000),
  site: words(200),
  mediaId: orNull(mediaId),
  kind: or(oneOf(...EMBED_KINDS), 'link'),
});
export type EmbedAttributes = Kept<typeof EmbedAttributes.shape>;

/** An audio file of the library, with a transcript for people who cannot hear it. */
export const AudioAttributes = rulesFor({
  mediaId,
  caption: words(4000),
  credit: words(500),
  transcript: words(200_000),
});
export type AudioAttributes = Kept<typeof AudioAttributes.shape>;

/** A video of the library; the poster is the picture shown until it is played. */
export const VideoAttributes = rulesFor({ ...AudioAttributes.shape, poster: orNull(mediaId) });
export type VideoAttributes = Kept<typeof VideoAttributes.shape>;

const NoAttributes = onlyRulesFor({});
const span = or(whole(1, 20), 1);
const widthPx = whole(1, 5000);
const CellAttributes = onlyRulesFor({
  colspan: span,
  rowspan: span,
  colwidth: orNull({
    isAllowed: (widths): widths is number[] =>
      Array.isArray(widths) && widths.length <= 20 && widths.every(widthPx.isAllowed),
  }),
  align: { ...orNull(oneOf('left', 'center', 'right')), mayBeMissing: true },
});

/** The rules of any node or mark. */
// biome-ignore lint/suspicious/noExplicitAny: the names differ between nodes, and callers keep them as they are.
type AnyRules = Rules<any>;

/** The attribute rules of every node; a node that is not listed is not allowed in a body. */
export const NODE_ATTRIBUTES: Record<string, AnyRules> = {
  doc: NoAttributes,
  text: NoAttributes,
  paragraph: NoAttributes,
  heading: onlyRulesFor({ level: oneOf(2, 3) }),
  bulletList: NoAttributes,
  orderedList: onlyRulesFor({
    start: or(whole(0, 100_000), 1),
    type: or(oneOf(...LIST_TYPES), null),
    reversed: flag,
  }),
  listItem: NoAttributes,
  taskList: NoAttributes,
  taskItem: onlyRulesFor({ checked: flag }),
  blockquote: NoAttributes,
  pullQuote: NoAttributes,
  figure: onlyRulesFor(FigureAttributes.shape),
  gallery: NoAttributes,
  callout: onlyRulesFor(CalloutAttributes.shape),
  codeBlock: onlyRulesFor({ language: orNull({ isAllowed: isCodeLanguage }) }),
  embed: onlyRulesFor(EmbedAttributes.shape),
  audio: onlyRulesFor(AudioAttributes.shape),
  video: onlyRulesFor(VideoAttributes.shape),
  table: NoAttributes,
  tableRow: NoAttributes,
  tableCell: CellAttributes,
  tableHeader: CellAttributes,
  horizontalRule: NoAttributes,
  hardBreak: NoAttributes,
  footnote: onlyRulesFor(FootnoteAttributes.shape),
};

/** The attribute rules of every mark. */
export const MARK_ATTRIBUTES: Record<string, AnyRules> = {
  bold: NoAttributes,
  italic: NoAttributes,
  strike: NoAttributes,
  code: NoAttributes,
  superscript: NoAttributes,
  subscript: NoAttributes,
  link: rulesFor({ href: text(isSafeHref) }),
};
