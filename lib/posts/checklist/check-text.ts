import { bodyText } from '@/lib/document/text';
import { isMissingAlt } from '@/lib/media/missing-alts';
import { checkBody } from './check-body';
import type { CheckedText, Finding, FindingKind, Place, SourcePart, TextSurroundings } from './findings';
import { matchesLanguage } from './matches-language';

/** Search results cut off a longer headline, and sharing cards set it small. */
const LONGEST_HEADLINE = 110;
const LONGEST_STANDFIRST = 320;

const HEADLINE: Place = { in: 'field', field: 'headline' };
const STANDFIRST: Place = { in: 'field', field: 'standfirst' };

/** Checks a text before it is published, the most serious findings first. */
export function checkText(text: CheckedText, surroundings: TextSurroundings): Finding[] {
  const found = [
    ...checkHead(text),
    ...checkPost(text, surroundings),
    ...checkSource(text),
    ...checkLeadPicture(text, surroundings),
    ...checkBody(text.body, surroundings),
  ];
  return found.sort((one, other) => Number(other.isMust) - Number(one.isMust));
}

function checkHead({ headline, standfirst }: CheckedText): Finding[] {
  const found: Finding[] = [];
  if (!headline.trim()) found.push({ kind: 'noHeadline', isMust: true, places: [HEADLINE] });
  if (lengthOf(headline) > LONGEST_HEADLINE) found.push(look('longHeadline', HEADLINE));
  if (!standfirst.trim()) found.push(look('noStandfirst', STANDFIRST));
  if (lengthOf(standfirst) > LONGEST_STANDFIRST) found.push(look('longStandfirst', STANDFIRST));
  return found;
}

function checkPost(text: CheckedText, { kind, language, hasTopics }: TextSurroundings): Finding[] {
  const found: Finding[] = [];
  const words = bodyText(text.body);
  if (!words.trim()) found.push(look('noText', { in: 'body', path: [0] }));
  if (kind === 'post' && text.byline.length === 0) found.push(look('noByline', inPanel('byline')));
  if (kind === 'post' && hasTopics && text.topicIds.length === 0)
    found.push(look('noTopic', inPanel('topics')));
  if (!matchesLanguage(`${text.headline}\n${text.standfirst}\n${words}`, language))
    found.push(look('otherLanguage', inPanel('address')));
  return found;
}

function checkSource({ source }: CheckedText): Finding[] {
  if (!source) return [];
  const parts: [SourcePart, boolean][] = [
    ['publication', source.publication.trim() !== ''],
    ['url', source.url !== ''],
    ['authors', source.authors.length > 0],
    ['publishedOn', source.publishedOn !== ''],
  ];
  const missing = parts.flatMap(([part, isThere]) => (isThere ? [] : [part]));
  return missing.length ? [{ ...look('sourceIncomplete', inPanel('source')), missing }] : [];
}

function checkLeadPicture(
  { leadMediaId, leadWords }: CheckedText,
  { findMedia }: TextSurroundings,
): Finding[] {
  const media = leadMediaId ? findMedia(leadMediaId) : undefined;
  return media && isMissingAlt({ attrs: { ...leadWords } }, media)
    ? [look('noLeadAlt', inPanel('leadPicture'))]
    : [];
}

function look(kind: FindingKind, place: Place): Finding {
  return { kind, isMust: false, places: [place] };
}

function inPanel(section: Extract<Place, { in: 'panel' }>['section']): Place {
  return { in: 'panel', section };
}

/** Counts letters as people do: a Khmer syllable is one, whatever it is made of. */
function lengthOf(text: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.trim())].length;
}
