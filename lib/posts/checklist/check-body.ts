import { noteWords } from '@/lib/document/note-words';
import { bodyText } from '@/lib/document/text';
import type { Body, BodyNode } from '@/lib/document/types';
import { countWords } from '@/lib/document/words';
import { isMissingAlt } from '@/lib/media/missing-alts';
import { bodyNodes, linksIn } from './body-nodes';
import type { Finding, FindingKind, Place, TextSurroundings } from './findings';

/** On a phone a paragraph of this many words fills more than a screen. */
const LONGEST_PARAGRAPH_WORDS = 200;

type BodyKind = Exclude<FindingKind, 'brokenLink'>;
type Check = (node: BodyNode, surroundings: TextSurroundings) => BodyKind[];

const CHECKS: Record<string, Check> = {
  figure: checkFigure,
  audio: checkRecording,
  video: checkRecording,
  footnote: ({ attrs }) => (noteWords(attrs) ? [] : ['emptyFootnote']),
  paragraph: (node, { language }) => {
    const words = countWords(bodyText({ type: 'doc', content: [node] }), language);
    return words > LONGEST_PARAGRAPH_WORDS ? ['longParagraph'] : [];
  },
};

/** Checks the blocks of a body; findings of one kind are combined into one with all their places. */
export function checkBody(body: Body, surroundings: TextSurroundings): Finding[] {
  const found = new Map<FindingKind, Finding>();
  for (const { node, path } of bodyNodes(body)) {
    for (const kind of CHECKS[node.type]?.(node, surroundings) ?? []) note(found, kind, { in: 'body', path });
  }
  return [...found.values()];
}

/** Builds the finding for the broken links of a text, or null. @param broken their addresses. */
export function brokenLinks(body: Body, broken: ReadonlySet<string>): Finding | null {
  const found = new Map<FindingKind, Finding>();
  for (const { href, path } of linksIn(body)) {
    if (broken.has(href)) note(found, 'brokenLink', { in: 'body', path });
  }
  return found.get('brokenLink') ?? null;
}

function note(found: Map<FindingKind, Finding>, kind: FindingKind, place: Place): void {
  const known = found.get(kind);
  if (known) known.places.push(place);
  else found.set(kind, { kind, isMust: false, places: [place] });
}

function checkFigure({ attrs }: BodyNode, { findMedia }: TextSurroundings): BodyKind[] {
  return [
    ...(isMissingAlt({ attrs }, findMedia(String(attrs?.mediaId ?? ''))) ? ['noAlt' as const] : []),
    ...(isEmpty(attrs?.caption) ? ['noCaption' as const] : []),
    ...(isEmpty(attrs?.credit) ? ['noCredit' as const] : []),
  ];
}

function checkRecording({ attrs }: BodyNode): BodyKind[] {
  return isEmpty(attrs?.transcript) ? ['noTranscript'] : [];
}

function isEmpty(words: unknown): boolean {
  return typeof words !== 'string' || words.trim() === '';
}
