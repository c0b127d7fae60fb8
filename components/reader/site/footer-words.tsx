import { fill } from '@/lib/language/fill';
import { type LanguageCode, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import { licenceOf } from '@/lib/settings/licences';
import { isElsewhere, networkName } from '@/lib/settings/link-names';
import type { Site } from '@/lib/settings/site';
import { ROW_LINK } from './styles';

interface Props {
  site: Site;
  language: LanguageCode;
}

interface Place {
  href: string;
  name: string;
  rel?: string;
}

/** Shows what the owner says at the end of every page: words, contact, networks, other sites, licence. */
export function FooterWords({ site, language }: Props) {
  const words = stringsFor(language);
  const mail: Place[] = site.contact ? [{ href: `mailto:${site.contact}`, name: site.contact }] : [];
  const social = site.social.map((url) => ({ href: url, name: networkName(url), rel: 'me' }));
  const blogroll = site.blogroll.map(({ path, label }) => ({
    href: path,
    name: localText(label, language),
    rel: isElsewhere(path) ? 'external' : undefined,
  }));
  return (
    <>
      {paragraphsOf(localText(site.footer, language)).map((text) => (
        <p key={text} className="max-w-measure mb-3">
          {text}
        </p>
      ))}
      <Places label={words.contact} places={mail} />
      <Places label={words.follow} places={social} />
      <Places label={words.blogroll} places={blogroll} />
      <Rights site={site} language={language} />
    </>
  );
}

function Places({ label, places }: { label: string; places: Place[] }) {
  if (places.length === 0) return null;
  return (
    <div className="flex flex-wrap items-baseline gap-x-5">
      <p className="text-ink font-semibold">{label}</p>
      <ul className="flex list-none flex-wrap gap-x-5">
        {places.map(({ href, name, rel }) => (
          <li key={href}>
            <a href={href} rel={rel} className={`${ROW_LINK} wrap-anywhere`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Rights({ site, language }: Props) {
  const words = stringsFor(language);
  const licence = licenceOf(site.licence);
  if (licence)
    return (
      <p className="mt-2">
        {words.licence}{' '}
        <a href={licence.url} rel="license external">
          {licence.name}
        </a>
      </p>
    );
  if (site.licence === '') return null;
  return <p className="mt-2">{fill(words.allRights, { name: localText(site.name, language) })}</p>;
}

/** Returns the lines of a text that are not empty, each once. */
function paragraphsOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean);
}
