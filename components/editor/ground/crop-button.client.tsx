'use client';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { useKnownMedia } from './known-media.client';

/** Opens the dialog that turns and crops a picture, for people who may. */
export function CropButton({ mediaId }: { mediaId: string }) {
  const words = useDeskWords().crop;
  const { crop } = useKnownMedia();
  if (!crop) return null;
  return <Button onClick={() => crop(mediaId)}>{words.title}</Button>;
}
