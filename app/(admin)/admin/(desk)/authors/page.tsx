import type { Metadata } from 'next';
import { LocalTextFields } from '@/components/admin/local-text-fields';
import { PictureField } from '@/components/admin/picture-field';
import { Field } from '@/components/ui/field';
import { OutcomeForm } from '@/components/ui/outcome-form.client';
import { type Author, listAuthors } from '@/lib/authors/authors';
import { localText, mainLanguage } from '@/lib/language/languages';
import { picturesToChoose } from '@/lib/media/pictures-to-choose';
import { database } from '@/lib/next/database';
import { requireUser } from '@/lib/next/session';
import { readSite } from '@/lib/settings/site';
import { addAuthor, changeAuthor, removeAuthor } from './actions';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Authors' };

export default async function AuthorsPage() {
  await requireUser();
  const db = database();
  const site = readSite(db);
  const fieldsOf = (author?: Author) => (
    <>
      <LocalTextFields name="name" label="Name" languages={site.languages} value={author?.name} />
      <LocalTextFields
        name="biography"
        label="Biography"
        languages={site.languages}
        value={author?.biography}
        isLong
      />
      <PictureField
        name="mediaId"
        label="Picture"
        pictures={picturesToChoose(db, [author?.mediaId ?? null])}
        value={author?.mediaId}
      />
      <label className="field">
        <span>Links</span>
        <textarea
          className="input"
          name="links"
          rows={3}
          defaultValue={author?.links.join('\n')}
          placeholder="https://t.me/…"
        />
        <small>One a line: a web address, or mailto: and a mail address.</small>
      </label>
      <Field
        label="Address"
        name="slug"
        defaultValue={author?.slug}
        hint="Made from the name if left empty."
      />
    </>
  );
  return (
    <>
      <h1>Authors</h1>
      <p className="hint mb-4">People in bylines. A guest needs no account.</p>
      <ul className="rows">
        {listAuthors(db).map((author) => (
          <li key={author.id}>
            <details className="edit">
              <summary>
                <strong>{localText(author.name, mainLanguage(site))}</strong>{' '}
                {author.isSample && <span className="badge badge-sample">Sample</span>}
              </summary>
              <OutcomeForm action={changeAuthor} submit="Save" done="Saved.">
                <input type="hidden" name="id" value={author.id} />
                {fieldsOf(author)}
              </OutcomeForm>
              <OutcomeForm
                action={removeAuthor}
                submit="Delete"
                tone="grave"
                confirm="Delete for good?"
                className="form mt-3"
              >
                <input type="hidden" name="id" value={author.id} />
              </OutcomeForm>
            </details>
          </li>
        ))}
      </ul>
      <section>
        <h2>Add</h2>
        <OutcomeForm action={addAuthor} submit="Add" done="Added." isCleared>
          {fieldsOf()}
        </OutcomeForm>
      </section>
    </>
  );
}
