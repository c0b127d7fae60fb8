'use client';
import type { ReactNode } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskLanguage, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle } from '@/components/desk/ui/field';
import { formatCount } from '@/lib/language/counts';
import { fill } from '@/lib/language/fill';
import { LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import type { Finding, Place } from '@/lib/posts/checklist/findings';
import type { LinkState, OpenChecklist } from './use-checklist';

interface ChecklistProps {
  checklist: OpenChecklist;
  /** The language of the post. */
  language: LanguageCode;
  onShow: (place: Place) => void;
}

/** Number of places listed per finding; the others appear as these are fixed. */
const MOST_PLACES = 8;

/**
 * Lists what to fix or review, each with a link to its place. Links have one row from the beginning, so that nothing
 * below it moves when they have been checked.
 */
export function Checklist({ checklist, language, onShow }: ChecklistProps) {
  const words = useDeskWords().publishing;
  const { findings, brokenLinks, links, linkCount } = checklist;
  const isInOrder = findings.length === 0 && !brokenLinks && (linkCount === 0 || links !== 'looking');
  const inOrder = isInOrder && (
    <span className="before:text-accent before:font-bold before:content-['✓_']">{words.inOrder} </span>
  );
  if (findings.length === 0 && linkCount === 0) return <p className="mt-3 mb-5">{inOrder}</p>;
  return (
    <ul className="border-rule mt-3 mb-5 border-y">
      {findings.map((finding) => (
        <Row key={finding.kind} onShow={onShow} finding={finding} language={language} />
      ))}
      {linkCount > 0 && (
        <Row onShow={onShow} finding={brokenLinks} language={language} isNews>
          {inOrder}
          <LinkSentence links={links} count={linkCount} />
        </Row>
      )}
    </ul>
  );
}

interface RowProps extends Omit<ChecklistProps, 'checklist'> {
  finding: Finding | null;
  /** Whether screen readers say it as soon as it changes. */
  isNews?: boolean;
  children?: ReactNode;
}

function Row({ finding, language, onShow, isNews = false, children }: RowProps) {
  return (
    <li className="border-rule flex min-h-13 items-center justify-between gap-x-3 gap-y-1 py-1.5 not-first:border-t">
      <span className="min-w-0 flex-[1_1_12rem] leading-normal" role={isNews ? 'status' : undefined}>
        {finding && <FindingWords finding={finding} language={language} />}
        {finding && children && ' · '}
        {children && <span className={hintStyle}>{children}</span>}
      </span>
      {finding && <PlacesOf finding={finding} language={language} onShow={onShow} />}
    </li>
  );
}

interface FindingProps {
  finding: Finding;
  language: LanguageCode;
}

function FindingWords({ finding, language }: FindingProps) {
  const words = useDeskWords().publishing;
  const what = useFindingWords(finding, language);
  return (
    <>
      {finding.isMust && <strong className="text-accent">{words.mustFix}. </strong>}
      {what}
    </>
  );
}

function PlacesOf({ finding, language, onShow }: FindingProps & Pick<ChecklistProps, 'onShow'>) {
  const words = useDeskWords().publishing;
  const what = useFindingWords(finding, language);
  const { places } = finding;
  return (
    <span className="flex max-w-3/5 flex-wrap justify-end gap-1">
      {places.slice(0, MOST_PLACES).map((place, index) => (
        <Button
          kind="plain"
          // biome-ignore lint/suspicious/noArrayIndexKey: places in a text that cannot change while the dialog is open.
          key={index}
          size="small"
          className="text-small! min-w-9 justify-center px-2!"
          aria-label={fill(words.showNumber, { what, number: index + 1 })}
          onClick={() => onShow(place)}
        >
          {places.length === 1 ? words.show : index + 1}
        </Button>
      ))}
    </span>
  );
}

function useFindingWords({ kind, places, missing = [] }: Finding, language: LanguageCode): string {
  const { publishing, source } = useDeskWords();
  const ours = useDeskLanguage();
  return fill(publishing[kind], {
    count: formatCount(places.length, ours),
    language: LANGUAGES[language].ownName,
    parts: missing.map((part) => source[part]).join(', '),
  });
}

function LinkSentence({ links, count }: { links: LinkState; count: number }) {
  const words = useDeskWords().publishing;
  const language = useDeskLanguage();
  const number = { count: formatCount(count, language) };
  if (links === 'looking') return fill(words.lookingAtLinks, number);
  if (links === 'unknown') return words.linksUnknown;
  const sites = new Set(links.unsure.map((href) => new URL(href).hostname.replace(/^www\./, '')));
  const unsure = sites.size > 0 ? ` ${fill(words.linksUnsure, { sites: [...sites].join(', ') })}` : '';
  return fill(words.linksLead, number) + unsure;
}
