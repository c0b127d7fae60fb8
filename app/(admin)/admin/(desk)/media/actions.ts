'use server';
import { join } from 'node:path';
import { z } from 'zod';
import { mayEditLibrary } from '@/lib/accounts/policies';
import { requireAllowed } from '@/lib/commands';
import { refusable } from '@/lib/errors';
import { EditForm, findEdit as editOf, editPicture } from '@/lib/media/edit-picture';
import { findMediaUses } from '@/lib/media/find-uses';
import { deleteMedia, describeMedia, forgetFileName, MediaDescription } from '@/lib/media/manage-media';
import { action } from '@/lib/next/action';
import { deskLanguage } from '@/lib/next/desk-language';
import { environment } from '@/lib/settings/environment';

const mediaDir = () => join(environment().dataDir, 'media');
const Named = z.object({ mediaId: z.string().max(64) });

export const describe = action(MediaDescription, describeMedia);
export const forgetName = action(Named, forgetFileName);
export const remove = action(Named, (db, input, context) =>
  deleteMedia(db, input, { ...context, mediaDir: mediaDir() }),
);
export const edit = action(EditForm, (db, input, context) =>
  editPicture(db, input, { ...context, mediaDir: mediaDir() }),
);
export const findEdit = action(Named, (db, { mediaId }, { actor }) =>
  refusable(() => {
    requireAllowed(mayEditLibrary(actor));
    return editOf(db, mediaId);
  }),
);
export const listUses = action(Named, async (db, { mediaId }, { actor }) => {
  const language = await deskLanguage();
  return refusable(() => {
    requireAllowed(mayEditLibrary(actor));
    return findMediaUses(db, mediaId, language);
  });
});
