import type { Metadata } from 'next';
import { AddPart } from '@/components/desk/forms/add-part.client';
import { SeriesFields } from '@/components/desk/forms/series-fields';
import { SeriesParts } from '@/components/desk/forms/series-parts.client';
import { Badge } from '@/components/desk/ui/badge';
import { hintStyle } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { Card, Disclosure, PageTitle, SectionTitle } from '@/components/desk/ui/page';
import { mayEditLabels } from '@/lib/accounts/policies';
import { byName } from '@/lib/language/by-name';
import { localText } from '@/lib/language/languages';
import { picturesToChoose } from '@/lib/media/pictures-to-choose';
import { database } from '@/lib/next/database';
import { deskLanguage, deskWords } from '@/lib/next/desk-language';
import { requireUserWho } from '@/lib/next/session';
import {
  type ArrangedPart,
  listArrangedParts,
  listPostsOutsideSeries,
  type OutsideSeries,
} from '@/lib/series/parts';
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
  const { series: words } = await deskWords();
  const all = byName(listSeries(db), await deskLanguage());
  const parts = listArrangedParts(db);
  const outside = listPostsOutsideSeries(db);
  const pictures = picturesToChoose(
    db,
    all.map(({ mediaId }) => mediaId),
  );
  const fieldsOf = (series?: Series) => (
    <SeriesFields words={words} languages={languages} pictures={pictures} series={series} />
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
            outside={outside}
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
  /** The posts that can be added. */
  outside: OutsideSeries[];
  /** The fields for its texts and picture. */
  children: React.ReactNode;
}

/** A series with its parts, followed by what rarely changes: its texts and its deletion. */
async function SeriesCard({ series, parts, outside, children }: CardProps) {
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
      <AddPart seriesId={series.id} posts={outside} add={addPart} />
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
