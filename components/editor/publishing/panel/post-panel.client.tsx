'use client';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { LazySection } from '@/components/editor/ground/section';
import { AddressSection } from './address-section.client';
import { BylineSection } from './byline-section.client';
import { SearchSection } from './search-section.client';
import { SourceSection } from './source-section.client';
import { StatusSection } from './status-section.client';
import { TopicsSection } from './topics-section.client';

const loadSeries = () => import('./series-section.client').then((section) => section.SeriesOfPost);
const loadRepublishing = () =>
  import('./republishing-section.client').then((section) => section.RepublishingOfPost);
const loadFrontPlace = () => import('./front-section.client').then((section) => section.FrontPlaceOfPost);
const loadPreviewLinks = () =>
  import('./preview-link-section.client').then((section) => section.PreviewLinks);
const loadTemplate = () => import('./template-section.client').then((section) => section.TemplateOfPost);
const loadCopyAndBin = () => import('./delete-section.client').then((section) => section.CopyAndBin);

interface PostPanelProps extends PanelProps {
  isOpen: boolean;
  onClose: () => void;
  /** Sections from other folders of the editor. */
  leadPicture: ReactNode;
  history: ReactNode;
  setAside: ReactNode;
}

/** Over the text where there is no room next to it; hidden until opened there, and in focus mode. */
const PANEL = [
  'hidden overflow-y-auto bg-paper px-4 pt-2 pb-16 data-open:block',
  'max-xl:data-open:fixed max-xl:data-open:inset-0 max-xl:data-open:z-20',
  'sm:max-xl:data-open:left-auto sm:max-xl:data-open:w-96 sm:max-xl:data-open:border-l sm:max-xl:data-open:border-rule sm:max-xl:data-open:shadow-panel',
  'xl:sticky xl:top-[var(--editor-top-height,6.5rem)] xl:z-1 xl:block xl:max-h-[calc(100dvh-var(--editor-top-height,6.5rem))] xl:self-start xl:overscroll-contain xl:border-l xl:border-rule xl:[scrollbar-width:thin]',
  'group-has-data-focused/room:not-data-open:hidden!',
].join(' ');

/** Shows everything about a post except its text: a column on a wide screen, a drawer on a phone. */
export function PostPanel(props: PostPanelProps) {
  const { isOpen, onClose, draft, may, leadPicture, history, setAside } = props;
  const { panel: words, series, publishing, posts, republishing, templates } = useDeskWords();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) close.current?.focus();
  }, [isOpen]);
  return (
    <aside
      id="post-panel"
      aria-label={words.label}
      className={PANEL}
      data-open={isOpen || undefined}
      onKeyDown={(event) => isOpen && event.key === 'Escape' && onClose()}
    >
      <div className="flex flex-wrap items-center justify-between gap-2 xl:hidden">
        <h2 className="text-title font-strong">{words.settings}</h2>
        <Button ref={close} onClick={onClose}>
          {words.close}
        </Button>
      </div>
      <fieldset className="min-w-0" disabled={!props.writing.editor} aria-label={words.settings}>
        <StatusSection {...props} />
        <BylineSection {...props} />
        <TopicsSection {...props} />
        {may.publish && draft.kind === 'post' && (
          <LazySection
            title={words.front}
            isOpen={draft.frontPlace !== null}
            load={loadFrontPlace}
            props={props}
          />
        )}
        {may.publish && draft.kind === 'post' && (
          <LazySection
            title={series.title}
            isOpen={props.seriesPlace !== null}
            load={loadSeries}
            props={props}
          />
        )}
        {leadPicture}
        {(may.publish || may.changeLanguage) && <AddressSection {...props} />}
        <SourceSection {...props} />
        {may.publish && draft.kind === 'post' && (
          <LazySection title={republishing.title} load={loadRepublishing} props={props} />
        )}
        <SearchSection {...props} />
        {may.sharePreview && (
          <LazySection title={publishing.previewLink} load={loadPreviewLinks} props={props} />
        )}
        {history}
        {setAside}
        <LazySection title={templates.save} load={loadTemplate} props={props} />
        <LazySection
          title={posts.copyAndBin}
          isOpen={draft.status === 'binned'}
          load={loadCopyAndBin}
          props={props}
        />
      </fieldset>
    </aside>
  );
}
