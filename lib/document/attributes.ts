import { LIST_TYPES } from '@/lib/language/list-signs';
import {
  flag,
  type Kept,
  oneOf,
  onlyRulesFor,
  or,
  orNull,
  type Rule,
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

/** Words of a footnote with the same formatting. */
interface NoteRun {
  text: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
}
/** The paragraphs of a footnote with formatting. */
export type NoteParagraphs = NoteRun[][];

/** The words of a footnote with formatting; null for a note of plain words. */
export const NoteRuns: Rule<NoteParagraphs | null> = orNull({
  isAllowed: (value): value is NoteParagraphs =>
    Array.isArray(value) && value.every((runs) => Array.isArray(runs) && runs.every(isNoteRun)),
});

function isNoteRun(value: unknown): value is NoteRun {
  if (!isOnly(value, ['text', 'marks']) || typeof value.text !== 'string' || value.text === '') return false;
  return value.marks === undefined || (Array.isArray(value.marks) && value.marks.every(isMark));
}

/** Whether a value is a mark with its own attributes only: a rule cannot remove others from inside an attribute. */
function isMark(value: unknown): boolean {
  if (!isOnly(value, ['type', 'attrs']) || typeof value.type !== 'string') return false;
  const rules = Object.hasOwn(MARK_ATTRIBUTES, value.type) ? MARK_ATTRIBUTES[value.type] : undefined;
  if (!rules) return false;
  const attrs = value.attrs ?? {};
  return isOnly(attrs, Object.keys(rules.shape)) && rules.read(attrs) !== null;
}

function isOnly(value: unknown, names: string[]): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).every((name) => names.includes(name));
}

/**
 * A footnote; its number is its position among the footnotes. Its words are in `text`, with blank lines between
 * paragraphs, or in `paragraphs` if any are formatted. A second reference has the same note and `isAgain`; it shows
 * the number of the first. A note has no limit of its own: that of the body counts its notes too.
 */
export const FootnoteAttributes = rulesFor({
  text: or(
    text(() => true),
    '',
  ),
  paragraphs: NoteRuns,
  isAgain: flag,
});
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

/**
 * Attributes that nodes have received since the first bodies were stored. With their default they are not stored, so
 * that a body from before is the same text when it is saved again.
 */
export const LATER_ATTRIBUTES: Record<string, string[]> = {
  orderedList: ['reversed'],
  footnote: ['paragraphs', 'isAgain'],
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
