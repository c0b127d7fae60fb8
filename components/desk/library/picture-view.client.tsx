'use client';
import { useState } from 'react';
import { EditDialog } from '@/components/desk/pictures/edit-dialog.client';
import type { EditActions } from '@/components/desk/pictures/edit-types';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { MediaListing } from '@/lib/media/media-listing';
import { FocusField } from './focus-field.client';

interface PictureViewProps {
  medium: MediaListing;
  actions: EditActions;
  /** In per cent from the top left corner. */
  focus: { x: number; y: number };
  onFocus: (focus: { x: number; y: number }) => void;
  /** Called when it was turned or cropped. */
  onEdited: () => void;
}

/** Shows a picture as readers see it: its focus point is set here, and a dialog turns and crops it. */
export function PictureView({ medium, actions, focus, onFocus, onEdited }: PictureViewProps) {
  const words = useDeskWords().crop;
  const [isCropping, setCropping] = useState(false);
  return (
    <>
      {/* After a change of its files, another picture is loaded. */}
      <FocusField key={medium.renditions[0]?.file} medium={medium} focus={focus} onFocus={onFocus} />
      <Button className="mt-4" onClick={() => setCropping(true)}>
        {words.title}
      </Button>
      {isCropping && (
        <EditDialog
          picture={medium}
          actions={actions}
          onSaved={({ focusX, focusY }) => {
            setCropping(false);
            onFocus({ x: focusX, y: focusY });
            onEdited();
          }}
          onClose={() => setCropping(false)}
        />
      )}
    </>
  );
}
