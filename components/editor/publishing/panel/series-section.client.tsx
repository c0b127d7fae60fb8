'use client';
import { useDeskLanguage, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, hintStyle, Select } from '@/components/desk/ui/field';
import type { SeriesPlace } from '@/components/editor/ground/editor-types';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { adminSeriesPath } from '@/lib/addresses';
import { formatNumber } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import { localText } from '@/lib/language/languages';
import { NameForm } from './name-form.client';

/**
 * Sets the series of the post. Like its translations, the series belongs to the post, so a change takes effect
 * immediately.
 */
export function SeriesOfPost(props: PanelProps) {
  const { seriesPlace } = props;
  return (
    <>
      <SeriesChoice {...props} />
      {seriesPlace ? <PlaceChoice {...props} place={seriesPlace} /> : <BeginForm {...props} />}
    </>
  );
}

function SeriesChoice({ draft, series, seriesPlace, actions, commands }: PanelProps) {
  const words = useDeskWords().series;
  const { postId, language } = draft;
  if (series.length === 0) return null;
  const choose = (id: number) => {
    const chosen = series.find((one) => one.id === id);
    void (chosen
      ? commands.run(() => actions.putIntoSeries({ postId, seriesId: id }), {
          text: fill(words.joined, { name: localText(chosen.name, language) }),
        })
      : commands.run(() => actions.takeOutOfSeries({ postId }), { text: words.left }));
  };
  return (
    <Field label={words.partOf}>
      {(control) => (
        <Select
          {...control}
          value={seriesPlace?.seriesId ?? ''}
          disabled={commands.isBusy}
          onChange={({ target }) => choose(Number(target.value))}
        >
          <option value="">{words.none}</option>
          {series.map(({ id, name }) => (
            <option key={id} value={id}>
              {localText(name, language)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function PlaceChoice({ draft, actions, commands, place }: PanelProps & { place: SeriesPlace }) {
  const words = useDeskWords().series;
  const language = useDeskLanguage();
  // Latin digits, as in fields: browsers have Khmer ones only where the machine does, and the server would differ.
  const number = (n: number) => formatNumber(n, language, { hasOwnDigits: false });
  const { seriesId, part, parts } = place;
  const { postId } = draft;
  const move = (to: number) =>
    void commands.run(() => actions.putIntoSeries({ postId, seriesId, part: to }), {
      text: fill(words.placed, { part: number(to) }),
    });
  return (
    <>
      <Field label={words.place}>
        {(control) => (
          <Select
            {...control}
            value={part}
            disabled={commands.isBusy}
            onChange={({ target }) => move(Number(target.value))}
          >
            {Array.from({ length: parts }, (_, index) => index + 1).map((n) => (
              <option key={n} value={n}>
                {fill(words.partNumber, { part: number(n), parts: number(parts) })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <p className={hintStyle}>
        {words.countsLive} <a href={adminSeriesPath(seriesId)}>{words.arrange}</a>
      </p>
    </>
  );
}

/** Creates a series and puts the post into it. */
function BeginForm({ draft, actions, commands }: PanelProps) {
  const words = useDeskWords().series;
  const { postId, language } = draft;
  const begin = async (name: string) => {
    const done = { text: fill(words.joined, { name }) };
    const made = await commands.run(() => actions.beginSeries({ name: { [language]: name } }), done);
    if (made) await commands.run(() => actions.putIntoSeries({ postId, seriesId: made.seriesId }), done);
    return made !== null;
  };
  return (
    <NameForm
      label={words.newName}
      placeholder={words.name}
      submit={words.begin}
      isBusy={commands.isBusy}
      onName={begin}
    />
  );
}
