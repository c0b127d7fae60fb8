import type { Metadata } from 'next';
import { SeriesFields } from '@/components/desk/forms/series-fields';
import { SeriesParts } from '@/components/desk/forms/series-parts.client';
import '@/components/desk/forms/series.css';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { mayEditLabels } from '@/lib/accounts/policies';
import { LANGUAGES, localText } from '@/lib/language/languages';
import { picturesToChoose } from '@/lib/media/pictures-to-choose';
import { database } from '@/lib/next/database';
import { deskLanguage, deskWords } from '@/lib/next/desk-language';
import { requireUserWho } from '@/lib/next/session';
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
  const all = listSeries(db);
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
      <h1>{words.title}</h1>
      <p className="hint mb-4">{words.intro}</p>
      {all.length === 0 && <p className="series-empty">{words.empty}</p>}
      <ul className="series-list">
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
      <section className="card">
        <h2>{words.newSeries}</h2>
        <OutcomeForm action={addSeries} submit={words.add} done={words.added} isCleared>
          {fieldsOf()}
        </OutcomeForm>
      </section>
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
    <li className="series-card" id={`series-${series.id}`}>
      <h2>
        {name} {series.isSample && <span className="badge badge-sample">{words.sample}</span>}
      </h2>
      <SeriesParts name={name} parts={parts} move={movePartBy} takeOut={takePartOut} />
      <AddPart seriesId={series.id} />
      <details className="edit">
        <summary>{words.words}</summary>
        <OutcomeForm action={changeSeries} submit={words.save} done={words.saved}>
          <input type="hidden" name="id" value={series.id} />
          {children}
        </OutcomeForm>
        <OutcomeForm
          action={removeSeries}
          submit={words.delete}
          tone="grave"
          confirm={words.deleteQuestion}
          className="form mt-3"
        >
          <input type="hidden" name="id" value={series.id} />
        </OutcomeForm>
      </details>
    </li>
  );
}

async function AddPart({ seriesId }: { seriesId: number }) {
  const words = (await deskWords()).series;
  const posts = listPostsOutsideSeries(database());
  if (posts.length === 0) return null;
  return (
    <OutcomeForm action={addPart} submit={words.addPost} tone="quiet" className="series-add">
      <input type="hidden" name="seriesId" value={seriesId} />
      <label className="field">
        <span>{words.post}</span>
        <select className="input" name="postId" required defaultValue="">
          <option value="" disabled>
            {words.choose}
          </option>
          {posts.map(({ id, headline, language }) => (
            <option key={id} value={id} lang={language}>
              {headline || words.noHeadline} ({LANGUAGES[language].ownName})
            </option>
          ))}
        </select>
      </label>
    </OutcomeForm>
  );
}
