import '@fontsource-variable/noto-serif-khmer';
import '@fontsource-variable/source-serif-4';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Palette } from '@/components/desk/palette/palette.client';
import { DeskZoneProvider } from '@/components/desk/ui/desk-words.client';
import { Editor } from '@/components/editor/editor.client';
import { rightsOn, seesOnlyPostsOf } from '@/lib/accounts/policies';
import { actorOf } from '@/lib/actor';
import { mediaIdsIn } from '@/lib/document/uses';
import { listAuthors } from '@/lib/labels/authors';
import { listTopics } from '@/lib/labels/topics';
import { byName } from '@/lib/language/by-name';
import { LANGUAGE_CODES, type LanguageCode, type LocalText } from '@/lib/language/languages';
import { findMediaFacts } from '@/lib/media/queries';
import { database } from '@/lib/next/database';
import { deskWords } from '@/lib/next/desk-language';
import { requireReader } from '@/lib/next/session';
import { findDraft } from '@/lib/posts/admin-queries';
import { listPosts } from '@/lib/posts/list-posts';
import { MOST_OFFERED } from '@/lib/posts/most-offered';
import { listPreviewLinks } from '@/lib/posts/preview/preview-links';
import { findPlaceInSeries } from '@/lib/series/parts';
import { listSeries } from '@/lib/series/series';
import { readSite } from '@/lib/settings/site';
import { leave } from '../../(desk)/account/actions';
import { begin, chooseLanguage } from '../../(desk)/actions';
import { edit, findEdit } from '../../(desk)/media/actions';
import { roomsOf } from '../../rooms-of';
import { enterAgain } from '../../sign-in/actions';
import * as actions from './actions';
import { calloutLabels } from './callout-labels';

export const dynamic = 'force-dynamic';
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).posts.edit };
}

/** The editor of a post. */
export default async function EditPostPage({ params }: { params: Promise<{ id: string }> }) {
  const postId = Number((await params).id);
  const { user, post } = await requireReader(postId);
  const db = database();
  const draft = findDraft(db, postId) ?? notFound();
  const ids = [...mediaIdsIn(draft.body), ...(draft.leadMediaId ? [draft.leadMediaId] : [])];
  const { languages, timeZone } = readSite(db);
  const createdBy = seesOnlyPostsOf(actorOf(user));
  const others = LANGUAGE_CODES.filter((code) => code !== draft.language).flatMap(
    (language) => listPosts(db, { language, createdBy }, 1, MOST_OFFERED).posts,
  );
  return (
    <div style={calloutLabels(draft.language)}>
      <Palette rooms={roomsOf(user)} actions={{ begin, chooseLanguage, leave }} isOverText />
      <DeskZoneProvider timeZone={timeZone}>
        <Editor
          key={draft.postId}
          draft={draft}
          userId={user.id}
          may={rightsOn(actorOf(user), post)}
          media={[...findMediaFacts(db, ids).values()]}
          topics={choicesOf(listTopics(db), draft.language)}
          authors={choicesOf(listAuthors(db), draft.language)}
          series={choicesOf(listSeries(db), draft.language)}
          seriesPlace={findPlaceInSeries(db, draft.postId)}
          previewLinks={listPreviewLinks(db, draft.postId, Date.now())}
          languages={languages}
          timeZone={timeZone}
          otherPosts={others.map(({ id, headline, language }) => ({ id, headline, language }))}
          actions={{ ...actions, findEdit, edit, signInAgain: enterAgain }}
        />
      </DeskZoneProvider>
    </div>
  );
}

/** Returns what can be chosen, sorted as it is shown: by the names in the language of the post. */
function choicesOf(named: { id: number; name: LocalText }[], language: LanguageCode) {
  return byName(named, language).map(({ id, name }) => ({ id, name }));
}
