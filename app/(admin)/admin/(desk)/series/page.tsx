import type { Metadata } from 'next';
import { SeriesFields } from '@/components/desk/forms/series-fields';
import { SeriesParts } from '@/components/desk/forms/series-parts.client';
import { Badge } from '@/components/desk/ui/badge';
import { Field, hintStyle, Select } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { Card, Disclosure, PageTitle, SectionTitle } from '@/components/desk/ui/page';
import { mayEditLabels } from '@/lib/accounts/policies';
import { byName } from '@/lib/language/by-name';
import { fill } from '@/lib/language/fill';
import { LANGUAGES, localText } from '@/lib/language/languages';
import { picturesToChoose } from '@/lib/media/pictures-to-choose';
import { database } from '@/lib/next/database';
import { deskLanguage, deskWords } from '@/lib/next/desk-language';
import { requireUserWho } from '@/lib/next/session';
import { MOST_OFFERED } from '@/lib/posts/most-offered';
import { type ArrangedPart, listArrangedParts, listPostsOutsideSeries } from '@/lib/series/parts';
import { listSeries, type Series } from '@/lib/series/series';
import { readSite } from '@/lib/settings/site';
import { addPart, addSeries, changeSeries, movePartBy, removeSeries, takePartOut } from './actions';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).series.title };
}

export default async function SeriesPage() {
  await requireUserWho(mayEditLabels);
  const db = database();
  const { languages } = readSite(db);
  const { series: words, common } = await deskWords();
  const all = byName(listSeries(db), await deskLanguage());
  const parts = listArrangedParts(db);
  const fieldsOf = (series?: Series) => (
    <SeriesFields
      words={words}
      common={common}
      languages={languages}
      pictures={picturesToChoose(db, [series?.mediaId ?? null])}
      series={series}
    />
  );
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <p className={`mb-4 ${hintStyle}`}>{words.intro}</p>
      {all.length === 0 && <p className="bg-wash rounded-lg p-5">{words.empty}</p>}
      <ul className="grid gap-5">
        {all.map((series) => (
          <SeriesCard
            key={series.id}
            series={series}
            parts={parts.filter((part) => part.seriesId === series.id)}
          >
            {fieldsOf(series)}
          </SeriesCard>
        ))}
      </ul>
      <Card title={words.newSeries}>
        <OutcomeForm action={addSeries} submit={words.add} done={words.added} isCleared>
          {fieldsOf()}
        </OutcomeForm>
      </Card>
    </>
  );
}

interface CardProps {
  series: Series;
  parts: ArrangedPart[];
  /** The fields for its texts and picture. */
  children: React.ReactNode;
}

/** A series with its parts, followed by what rarely changes: its texts and its deletion. */
async function SeriesCard({ series, parts, children }: CardProps) {
  const words = (await deskWords()).series;
  const name = localText(series.name, await deskLanguage());
  return (
    <li
      className="border-rule target:border-accent scroll-mt-4 rounded-lg border px-5 py-4"
      id={`series-${series.id}`}
    >
      <SectionTitle>
        {name} {series.isSample && <Badge tone="attention">{words.sample}</Badge>}
      </SectionTitle>
      <SeriesParts name={name} parts={parts} move={movePartBy} takeOut={takePartOut} />
      <AddPart seriesId={series.id} />
      <Disclosure summary={words.words} className="mt-4">
        <OutcomeForm action={changeSeries} submit={words.save} done={words.saved}>
          <input type="hidden" name="id" value={series.id} />
          {children}
        </OutcomeForm>
        <OutcomeForm
          action={removeSeries}
          submit={words.delete}
          tone="grave"
          confirm={words.deleteQuestion}
          className="max-w-form mt-3 grid gap-4"
        >
          <input type="hidden" name="id" value={series.id} />
        </OutcomeForm>
      </Disclosure>
    </li>
  );
}

async function AddPart({ seriesId }: { seriesId: number }) {
  const { series: words, common } = await deskWords();
  const posts = listPostsOutsideSeries(database());
  if (posts.length === 0) return null;
  return (
    <OutcomeForm
      action={addPart}
      submit={words.addPost}
      tone="quiet"
      className="mt-3 flex flex-wrap items-end gap-2"
    >
      <input type="hidden" name="seriesId" value={seriesId} />
      <Field
        label={words.post}
        hint={posts.length === MOST_OFFERED && fill(common.recentOnly, { count: MOST_OFFERED })}
        className="flex-[1_1_16rem]"
      >
        {(control) => (
          <Select {...control} name="postId" required defaultValue="">
            <option value="" disabled>
              {words.choose}
            </option>
            {posts.map(({ id, headline, language }) => (
              <option key={id} value={id} lang={language}>
                {headline || words.noHeadline} ({LANGUAGES[language].ownName})
              </option>
            ))}
          </Select>
        )}
      </Field>
    </OutcomeForm>
  );
}
