'use client';
import { useEffect, useRef } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { HistorySection } from '@/components/editor/history/history-section.client';
import { AddressSection } from './address-section.client';
import { AsideSection } from './aside-section.client';
import { BylineSection } from './byline-section.client';
import { LeadPictureSection } from './lead-picture-section.client';
import type { PanelProps } from './panel-types';
import { SearchSection } from './search-section.client';
import { LateSection } from './section';
import { SourceSection } from './source-section.client';
import { StatusSection } from './status-section.client';
import { TopicsSection } from './topics-section.client';

const loadSeries = () => import('./series-section.client').then((section) => section.SeriesOfPost);
const loadPreviewLinks = () =>
  import('./preview-link-section.client').then((section) => section.PreviewLinks);
const loadCopyAndBin = () => import('./delete-section.client').then((section) => section.CopyAndBin);

/** Everything about a post but its text: a column on a wide screen, a drawer on a phone. */
export function PostPanel(props: PanelProps & { isOpen: boolean; onClose: () => void }) {
  const { isOpen, onClose, draft, may } = props;
  const { panel: words, series, publishing, posts } = useDeskWords();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) close.current?.focus();
  }, [isOpen]);
  return (
    <aside
      id="post-panel"
      aria-label={words.label}
      className={`post-panel${isOpen ? ' is-open' : ''}`}
      onKeyDown={(event) => isOpen && event.key === 'Escape' && onClose()}
    >
      <div className="ed-row ed-spread panel-close">
        <h2>{words.settings}</h2>
        <button ref={close} type="button" className="ed-quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <fieldset className="panel-sections" disabled={!props.writing.editor} aria-label={words.settings}>
        <StatusSection {...props} />
        <BylineSection {...props} />
        <TopicsSection {...props} />
        {may.publish && draft.kind === 'post' && (
          <LateSection
            title={series.title}
            isOpen={props.seriesPlace !== null}
            load={loadSeries}
            props={props}
          />
        )}
        <LeadPictureSection {...props} />
        {(may.publish || may.changeLanguage) && <AddressSection {...props} />}
        <SourceSection {...props} />
        <SearchSection {...props} />
        {may.sharePreview && (
          <LateSection title={publishing.previewLink} load={loadPreviewLinks} props={props} />
        )}
        <HistorySection {...props} />
        <AsideSection {...props} />
        <LateSection
          title={posts.copyAndBin}
          isOpen={draft.status === 'binned'}
          load={loadCopyAndBin}
          props={props}
        />
      </fieldset>
    </aside>
  );
}
