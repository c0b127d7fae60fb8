// biome-ignore-all lint/style/noHeadElement: of the app router, whose metadata has no styles
import { accentOf } from '@/lib/settings/accent';

/**
 * Gives the page the accent colour that the owner chose. Only on screens: paper is black on white. The selector is
 * stronger than those of the theme, whichever comes first.
 */
export function AccentHead({ accent }: { accent: string }) {
  if (accent === '') return null;
  const { light, dark } = accentOf(accent);
  const css = `@media screen{html:root{--accent:light-dark(${light},${dark})}}`;
  return (
    <head>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: two colours that accentOf made */}
      <style dangerouslySetInnerHTML={{ __html: css }} />
    </head>
  );
}
