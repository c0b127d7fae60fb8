import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { Card, Meta, Rows } from '@/components/desk/ui/page';
import { adminPostPath } from '@/lib/addresses';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import type { LanguageCode } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import type { listAllPreviewLinks } from '@/lib/posts/preview/preview-links';
import { readSite } from '@/lib/settings/site';
import { revokeAllLinks, revokeLink } from './actions';

interface PreviewsProps {
  words: DeskStrings;
  links: ReturnType<typeof listAllPreviewLinks>;
  language: LanguageCode;
}

/** Lists the preview links that work, and revokes them. */
export function PreviewsSection({ words, links, language }: PreviewsProps) {
  const say = words.account;
  const { timeZone } = readSite(database());
  const until = (at: number) =>
    fill(words.publishing.worksUntil, { date: formatDate(at, language, { timeZone, hasOwnDigits: false }) });
  if (links.length === 0) return null;
  return (
    <Card title={say.previewLinks}>
      <p className="mb-3">
        <Meta>{say.previewLinksHint}</Meta>
      </p>
      <Rows className="mb-4">
        {links.map(({ id, postId, headline, expiresAt, madeBy }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3.5">
            <span className="min-w-0 flex-[1_1_16rem]">
              <a href={adminPostPath(postId)} className="block wrap-anywhere">
                {headline || words.posts.noHeadline}
              </a>
              <Meta>{[until(expiresAt), madeBy].filter(Boolean).join(' · ')}</Meta>
            </span>
            <OutcomeForm action={revokeLink} submit={words.publishing.revoke} tone="quiet">
              <input type="hidden" name="postId" value={postId} />
              <input type="hidden" name="id" value={id} />
            </OutcomeForm>
          </li>
        ))}
      </Rows>
      {links.length > 1 && (
        <OutcomeForm action={revokeAllLinks} submit={say.revokeAll} tone="quiet">
          {null}
        </OutcomeForm>
      )}
    </Card>
  );
}
