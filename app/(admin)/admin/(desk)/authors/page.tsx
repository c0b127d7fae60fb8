import type { Metadata } from 'next';
import { LocalTextFields } from '@/components/desk/forms/local-text-fields';
import { PictureField } from '@/components/desk/forms/picture-field.client';
import { Badge } from '@/components/desk/ui/badge';
import { Checkbox } from '@/components/desk/ui/checkbox';
import { EmptyState } from '@/components/desk/ui/empty-state';
import { Field, hintStyle, TextArea, TextField } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { Card, Disclosure, PageTitle, Rows } from '@/components/desk/ui/page';
import { mayEditLabels } from '@/lib/accounts/policies';
import type { MediaFacts } from '@/lib/document/media-facts';
import { type Author, listAuthors } from '@/lib/labels/authors';
import { byName } from '@/lib/language/by-name';
import { type LanguageCode, localText } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';
import { picturesToChoose } from '@/lib/media/pictures-to-choose';
import { database } from '@/lib/next/database';
import { deskLanguage, deskWords } from '@/lib/next/desk-language';
import { requireUserWho } from '@/lib/next/session';
import { readSite } from '@/lib/settings/site';
import { addAuthor, changeAuthor, removeAuthor } from './actions';

export const dynamic = 'force-dynamic';
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).shell.authors };
}

export default async function AuthorsPage() {
  await requireUserWho(mayEditLabels);
  const words = await deskWords();
  const { common } = words;
  const language = await deskLanguage();
  const db = database();
  const { languages } = readSite(db);
  const authors = byName(listAuthors(db), language);
  const pictures = picturesToChoose(
    db,
    authors.map(({ mediaId }) => mediaId),
  );
  const fieldsOf = (author?: Author) => (
    <AuthorFields author={author} words={words} languages={languages} pictures={pictures} />
  );
  return (
    <>
      <PageTitle>{words.shell.authors}</PageTitle>
      <p className={`mb-4 ${hintStyle}`}>{words.authors.hint}</p>
      {authors.length === 0 && <EmptyState>{words.authors.empty}</EmptyState>}
      <Rows>
        {authors.map((author) => (
          <AuthorRow key={author.id} author={author} words={words} language={language}>
            {fieldsOf(author)}
          </AuthorRow>
        ))}
      </Rows>
      <Card title={words.authors.addTitle}>
        <OutcomeForm action={addAuthor} submit={common.add} done={common.added} isCleared>
          {fieldsOf()}
        </OutcomeForm>
      </Card>
    </>
  );
}

interface RowProps {
  author: Author;
  words: DeskStrings;
  language: LanguageCode;
  /** The fields that change the author. */
  children: React.ReactNode;
}

function AuthorRow({ author, words, language, children }: RowProps) {
  const { common } = words;
  return (
    <li className="py-3.5">
      <Disclosure
        summary={
          <>
            <strong>{localText(author.name, language)}</strong>{' '}
            {author.isSample && <Badge tone="attention">{common.sample}</Badge>}
          </>
        }
      >
        <OutcomeForm action={changeAuthor} submit={common.save} done={common.saved}>
          <input type="hidden" name="id" value={author.id} />
          {children}
        </OutcomeForm>
        <OutcomeForm
          action={removeAuthor}
          submit={common.remove}
          tone="grave"
          confirm={common.removeConfirm}
          className="max-w-form mt-3 grid gap-4"
        >
          <input type="hidden" name="id" value={author.id} />
        </OutcomeForm>
      </Disclosure>
    </li>
  );
}

interface FieldsProps {
  /** The one that the fields change; none for one that is added. */
  author?: Author;
  words: DeskStrings;
  languages: LanguageCode[];
  pictures: MediaFacts[];
}

function AuthorFields({ author, words, languages, pictures }: FieldsProps) {
  const { common } = words;
  const say = words.authors;
  return (
    <>
      <LocalTextFields name="name" label={common.name} languages={languages} value={author?.name} />
      <LocalTextFields
        name="biography"
        label={say.biography}
        languages={languages}
        value={author?.biography}
        isLong
      />
      <PictureField name="mediaId" label={common.picture} pictures={pictures} value={author?.mediaId} />
      <Field label={say.links} hint={say.linksHint}>
        {(control) => (
          <TextArea
            {...control}
            name="links"
            rows={3}
            defaultValue={author?.links.join('\n')}
            placeholder="https://t.me/…"
          />
        )}
      </Field>
      <Checkbox
        name="isOrganisation"
        label={say.organisation}
        hint={say.organisationHint}
        defaultChecked={author?.isOrganisation}
      />
      <TextField label={common.address} name="slug" defaultValue={author?.slug} hint={common.addressHint} />
    </>
  );
}
