'use client';
import { useState } from 'react';
import { isLanguageCode, LANGUAGES } from '@/lib/language/languages';
import type { PanelProps } from './panel-types';
import { Section } from './section';

/** The post's address, its language, and what it is a translation of. */
export function AddressSection(props: PanelProps) {
  return (
    <Section title="Address and language" isOpen={false}>
      <SlugForm key={props.draft.slug} {...props} />
      <LanguageChoice {...props} />
      <TranslationChoice {...props} />
    </Section>
  );
}

function SlugForm({ draft, actions, commands }: PanelProps) {
  const [slug, setSlug] = useState(draft.slug);
  return (
    <form
      className="ed-row ed-end"
      onSubmit={(event) => {
        event.preventDefault();
        void commands.run(() => actions.changeSlug({ postId: draft.postId, slug }), {
          text: 'The address is changed',
        });
      }}
    >
      <label className="ed-field">
        <span>Address (slug)</span>
        <input
          className="ed-input"
          value={slug}
          placeholder="made from the headline"
          spellCheck={false}
          autoCapitalize="none"
          onChange={(event) => setSlug(event.target.value)}
        />
      </label>
      <button
        type="submit"
        className="ed-quiet"
        disabled={commands.isBusy || !slug.trim() || slug === draft.slug}
      >
        Change
      </button>
    </form>
  );
}

function LanguageChoice({ draft, languages, actions, commands }: PanelProps) {
  const choices = languages.includes(draft.language) ? languages : [draft.language, ...languages];
  return (
    <label className="ed-field">
      <span>Language</span>
      <select
        className="ed-input"
        value={draft.language}
        disabled={commands.isBusy}
        onChange={({ target }) => {
          const language = target.value;
          if (!isLanguageCode(language)) return;
          void commands.run(() => actions.changeLanguage({ postId: draft.postId, language }), {
            text: `In ${LANGUAGES[language].ownName} now`,
          });
        }}
      >
        {choices.map((code) => (
          <option key={code} value={code}>
            {LANGUAGES[code].ownName}
          </option>
        ))}
      </select>
    </label>
  );
}

function TranslationChoice({ draft, otherPosts, actions, commands }: PanelProps) {
  const linked = draft.translations[0];
  const link = (translationOfPostId: number | null) =>
    void commands.run(() => actions.linkTranslation({ postId: draft.postId, translationOfPostId }), {
      text: translationOfPostId === null ? 'No translation any more' : 'Linked as translations',
    });
  const others = otherPosts.filter((post) => post.language !== draft.language);
  const isListed = !linked || others.some(({ id }) => id === linked.postId);
  return (
    <label className="ed-field">
      <span>Translation of</span>
      <select
        className="ed-input"
        value={linked?.postId ?? ''}
        disabled={commands.isBusy}
        onChange={({ target }) => link(target.value ? Number(target.value) : null)}
      >
        <option value="">No other post</option>
        {!isListed && linked && <option value={linked.postId}>{linked.headline}</option>}
        {others.map((post) => (
          <option key={post.id} value={post.id} lang={post.language}>
            {post.headline || 'Without headline'} ({LANGUAGES[post.language].ownName})
          </option>
        ))}
      </select>
    </label>
  );
}
