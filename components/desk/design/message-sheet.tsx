import { Badge } from '@/components/desk/ui/badge';
import { Button } from '@/components/desk/ui/button';
import { EmptyState } from '@/components/desk/ui/empty-state';
import { Notice } from '@/components/desk/ui/notice';
import { Pagination } from '@/components/desk/ui/pagination';
import { Progress } from '@/components/desk/ui/progress';
import { Spinner } from '@/components/desk/ui/spinner';
import { Tab, Tabs } from '@/components/desk/ui/tabs';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';
import { Layout } from './layout-samples';
import { Panels, Sample, type Shown } from './panels';

/** Shows what tells something, what pages are laid out with, and what leads to other pages. */
export function MessageSheet() {
  return (
    <>
      <Panels title="Messages">
        {({ words }) => (
          <>
            <Notices words={words} />
            <Empty words={words} />
          </>
        )}
      </Panels>
      <Panels title="Layout">{({ words }) => <Layout words={words} />}</Panels>
      <Panels title="Navigation">{(shown) => <Navigation {...shown} />}</Panels>
    </>
  );
}

function Notices({ words }: { words: DeskStrings }) {
  return (
    <>
      <Sample name="Badges">
        <Badge>{words.status.draft}</Badge>
        <Badge tone="published">{words.status.published}</Badge>
        <Badge tone="scheduled">{words.status.scheduled}</Badge>
        <Badge tone="attention">{words.common.sample}</Badge>
      </Sample>
      <Sample name="Notices: attention, outcome, refused">
        <Notice>
          <p>{words.dashboard.samples}</p>
          <Button kind="tinted" className="mt-3">
            {words.dashboard.removeSamples}
          </Button>
        </Notice>
        <Notice kind="outcome">{words.common.saved}</Notice>
        <Notice kind="refused">{words.common.noAnswer}</Notice>
      </Sample>
      <Sample name="Work that goes on">
        <Spinner>{words.library.looking}</Spinner>
      </Sample>
      <Progress value={0.4} label={words.library.uploads} />
    </>
  );
}

function Empty({ words }: { words: DeskStrings }) {
  return (
    <Sample name="Nothing here: in a list, in a short list, on a whole page">
      <EmptyState>
        {words.posts.noneMatch} <a href="#design">{words.posts.showAll}</a>
      </EmptyState>
      <EmptyState kind="short">{words.dashboard.noDrafts}</EmptyState>
      <EmptyState kind="page" as="div">
        <h3 className="font-strong text-body text-ink">{words.library.emptyTitle}</h3>
        <p className="mt-2">{words.library.emptyHow}</p>
      </EmptyState>
    </Sample>
  );
}

function Navigation({ words, name }: Shown) {
  const { posts, status } = words;
  const page = { href: '#design', name: posts.newer };
  return (
    <>
      <Tabs label={`${posts.list} (${name})`}>
        <Tab href="#design" isCurrent count={12}>
          {posts.all}
        </Tab>
        <Tab href="#design" isCurrent={false} count={8}>
          {status.published}
        </Tab>
        <Tab href="#design" isCurrent={false}>
          {status.draft}
        </Tab>
      </Tabs>
      <Pagination label={`${posts.pages} (${name})`} previous={page} next={{ ...page, name: posts.older }}>
        <span>{fill(posts.page, { page: 2, pages: 3 })}</span>
      </Pagination>
    </>
  );
}
