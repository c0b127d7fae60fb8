import { type LanguageCode, localText } from '@/lib/language/languages';
import type { Site } from '@/lib/settings/site';
import { shownLogo } from '@/lib/settings/site-pictures';

interface Props {
  site: Site;
  language: LanguageCode;
  isLarge?: boolean;
}

/** The room of the logo: in CSS pixels, to choose its file, and as utilities. */
const SMALL = { heightPx: 40, widthPx: 240, style: 'h-10 max-w-60 object-left' };
const LARGE = { heightPx: 96, widthPx: 480, style: 'h-24 max-w-[min(100%,30rem)]' };

/** A logo that is cut out was drawn for light paper: in dark colours that paper is under it. */
const PLATE = 'bg-[light-dark(transparent,white)] [box-shadow:0_0_0_0.375rem_light-dark(transparent,white)]';

/** Shows the logo of the publication, or else its name. */
export function SiteName({ site, language, isLarge = false }: Props) {
  const name = localText(site.name, language);
  const room = isLarge ? LARGE : SMALL;
  const logo = shownLogo(site.logo, room);
  if (!logo) return name;
  return (
    <img
      data-part="logo"
      src={logo.src}
      width={logo.widthPx}
      height={logo.heightPx}
      alt={name}
      className={`inline-block w-auto object-contain align-bottom ${room.style} ${logo.isCutOut ? PLATE : 'bg-transparent'}`}
    />
  );
}
