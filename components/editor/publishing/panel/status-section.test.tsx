import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DeskWordsProvider, DeskZoneProvider } from '@/components/desk/ui/desk-words.client';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { PlacesProvider } from '@/components/editor/ground/places.client';
import { deskStringsFor } from '@/lib/language/strings';
import type { PostDraft } from '@/lib/posts/types';
import { StatusSection } from './status-section.client';

const words = deskStringsFor('en').panel;

/** Renders the section of a post with these facts, as the page first shows it. */
function htmlOf(facts: Partial<PostDraft>): string {
  const draft = { postId: 7, publishedAt: null, scheduledAt: null, hasUnpublishedChanges: false, ...facts };
  const commands = { run: async () => null, notice: null, isBusy: false };
  const props = {
    draft,
    commands,
    actions: {},
    may: { publish: true },
    timeZone: 'UTC',
  } as unknown as PanelProps;
  return renderToStaticMarkup(
    <DeskWordsProvider language="en" words={deskStringsFor('en')}>
      <DeskZoneProvider timeZone="UTC">
        <PlacesProvider>
          <StatusSection {...props} />
        </PlacesProvider>
      </DeskZoneProvider>
    </DeskWordsProvider>,
  );
}

const WAYS = ['unschedule', 'unlist', 'relist', 'withdraw'] as const;

test.each([
  ['draft', []],
  ['scheduled', ['unschedule']],
  ['published', ['unlist', 'withdraw']],
  ['unlisted', ['relist', 'withdraw']],
  ['withdrawn', []],
  ['binned', []],
] as const)('a post that is %s offers %j', (status, offered) => {
  const html = htmlOf({ status, publishedAt: 0, scheduledAt: 0 });
  expect(WAYS.filter((way) => html.includes(`>${words[way]}</button>`))).toEqual(offered);
});

test('only a published post says that its changes are not published', () => {
  const hint = words.changesUnseen;
  expect(htmlOf({ status: 'published', hasUnpublishedChanges: true })).toContain(hint);
  expect(htmlOf({ status: 'published' })).not.toContain(hint);
  expect(htmlOf({ status: 'draft', hasUnpublishedChanges: true })).not.toContain(hint);
});

test('a scheduled post says which changes are not in it, and offers to include them', () => {
  const changed = htmlOf({ status: 'scheduled', scheduledAt: 0, hasUnpublishedChanges: true });
  expect(changed).toContain(words.changesNotScheduled);
  expect(changed).toContain(words.includeChanges);
  expect(htmlOf({ status: 'scheduled', scheduledAt: 0 })).not.toContain(words.changesNotScheduled);
  expect(htmlOf({ status: 'published', hasUnpublishedChanges: true })).not.toContain(words.includeChanges);
});
