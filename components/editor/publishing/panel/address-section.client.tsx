'use client';
import { useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, Input, Select } from '@/components/desk/ui/field';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { Section } from '@/components/editor/ground/section';
import { fill } from '@/lib/language/fill';
import { isLanguageCode, LANGUAGES } from '@/lib/language/languages';
import { MOST_OFFERED } from '@/lib/posts/most-offered';
import { afterArrival, afterSending, newSlugField, shownSlug } from './slug-field';

/** Shows the post's address, its language, and the post that it is a translation of. */
export function AddressSection(props: PanelProps) {
  const words = useDeskWords().panel;
  return (
    <Section title={words.address} name="address" isOpen={false}>
      {props.may.publish && <SlugForm {...props} />}
      {props.may.changeLanguage && <LanguageChoice {...props} />}
      {props.may.publish && <TranslationChoice {...props} />}
    </Section>
  );
}

function SlugForm({ draft, actions, commands }: PanelProps) {
  const words = useDeskWords().panel;
  const [field, setField] = useState(() => newSlugField(draft.slug));
  if (draft.slug !== field.slug) setField(afterArrival(field, draft.slug));
  const slug = shownSlug(field);
  const change = () => {
    setField(afterSending(field));
    return commands.run(() => actions.changeSlug({ postId: draft.postId, slug }), {
      text: words.slugChanged,
    });
  };
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <Field label={words.slug}>
        {(control) => (
          <Input
            {...control}
            value={slug}
            placeholder={words.slugHint}
            spellCheck={false}
            autoCapitalize="none"
            onChange={(event) => setField({ ...field, typed: event.target.value })}
          />
        )}
      </Field>
      <Button type="submit" disabled={commands.isBusy || !slug.trim() || slug === draft.slug}>
        {words.change}
      </Button>
    </form>
  );
}

function LanguageChoice({ draft, languages, actions, commands }: PanelProps) {
  const words = useDeskWords().panel;
  const choices = languages.includes(draft.language) ? languages : [draft.language, ...languages];
  if (choices.length === 1) return null;
  return (
    <Field label={words.language}>
      {(control) => (
        <Select
          {...control}
          value={draft.language}
          disabled={commands.isBusy}
          onChange={({ target }) => {
            const language = target.value;
            if (!isLanguageCode(language)) return;
            void commands.run(() => actions.changeLanguage({ postId: draft.postId, language }), {
              text: fill(words.inLanguage, { language: LANGUAGES[language].ownName }),
            });
          }}
        >
          {choices.map((code) => (
            <option key={code} value={code}>
              {LANGUAGES[code].ownName}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function TranslationChoice({ draft, otherPosts, actions, commands }: PanelProps) {
  const { panel: words, common } = useDeskWords();
  const linked = draft.translations[0];
  const link = (translationOfPostId: number | null) =>
    void commands.run(() => actions.linkTranslation({ postId: draft.postId, translationOfPostId }), {
      text: translationOfPostId === null ? words.unlinked : words.linked,
    });
  const isListed = !linked || otherPosts.some(({ id }) => id === linked.postId);
  return (
    <Field
      label={words.translationOf}
      hint={otherPosts.length >= MOST_OFFERED && fill(common.recentOnly, { count: MOST_OFFERED })}
    >
      {(control) => (
        <Select
          {...control}
          value={linked?.postId ?? ''}
          disabled={commands.isBusy}
          onChange={({ target }) => link(target.value ? Number(target.value) : null)}
        >
          <option value="">{words.noOther}</option>
          {!isListed && linked && <option value={linked.postId}>{linked.headline}</option>}
          {otherPosts.map((post) => (
            <option key={post.id} value={post.id} lang={post.language}>
              {post.headline || words.withoutHeadline} ({LANGUAGES[post.language].ownName})
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
