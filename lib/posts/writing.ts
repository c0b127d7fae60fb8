import { z } from 'zod';
import { because } from '@/lib/forms';
import { NO_LEAD_WORDS } from '@/lib/media/lead-words';
import type { WrittenField } from './fields';

const line = (longest: number) => z.string().max(longest);

const WebAddress = z
  .string()
  .max(2000)
  .refine((url) => url === '' || /^https?:\/\/[^\s]+$/i.test(url), because('webAddress'));

export const SourceSchema = z.object({
  publication: line(300),
  url: WebAddress,
  authors: z.array(line(200)).max(30),
  publishedOn: z.string().regex(/^(\d{4}-\d\d-\d\d)?$/, because('dateForm')),
  agency: line(200),
  rights: line(500),
});

/** The text in a save of a draft; lib/document validates the body separately. */
export const WritingSchema = z.object({
  headline: line(400),
  standfirst: line(2000),
  body: z.unknown(),
  byline: z.array(z.object({ authorId: z.number().int(), name: line(200) })).max(30),
  topicIds: z.array(z.number().int()).max(30),
  leadMediaId: z.string().max(40).nullable(),
  // A tab or a copy from before lead pictures had their own alt text and caption sends none.
  leadWords: z.object({ alt: line(2000), caption: line(4000), credit: line(500) }).default(NO_LEAD_WORDS),
  source: SourceSchema.nullable(),
  seoTitle: line(300),
  seoDescription: line(1000),
} satisfies Record<WrittenField, z.ZodType>);
