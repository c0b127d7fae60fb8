import { Badge } from '@/components/desk/ui/badge';
import { TextField } from '@/components/desk/ui/field';
import { Card, Disclosure, FieldGroup, Meta, Rows } from '@/components/desk/ui/page';
import type { DeskStrings } from '@/lib/language/strings';

/** Shows what the pages of the desk are laid out with. */
export function Layout({ words }: { words: DeskStrings }) {
  const { authors, common, settings, status, topics } = words;
  return (
    <>
      <Rows>
        <li>
          {topics.addTitle}
          <Meta>
            <Badge tone="published">{status.published}</Badge>
            <span>{topics.hint}</span>
          </Meta>
        </li>
        <li>
          <Disclosure summary={authors.addTitle}>{authors.hint}</Disclosure>
        </li>
      </Rows>
      <FieldGroup legend={settings.publication}>
        <TextField label={common.name} />
      </FieldGroup>
      <Card title={topics.addTitle}>{topics.hint}</Card>
    </>
  );
}
