'use client';
import { useState, useTransition } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { DialogActions } from '@/components/desk/ui/dialog.client';
import { hintStyle } from '@/components/desk/ui/field';
import { Notice } from '@/components/desk/ui/notice';
import { adminPath, mediaPath } from '@/lib/addresses';
import { fill } from '@/lib/language/fill';
import { isNoEdit, leastSide, noEdit, type PictureEdit, shaped, turned } from '@/lib/media/picture-edit';
import { CropMeasures } from './crop-measures';
import { CropStage } from './crop-stage.client';
import type { EditActions, Editing } from './edit-types';
import { anyShapeOf, ratioOf, type Shape, ShapeField } from './shape-field';
import { TurnButtons } from './turn-buttons';

interface EditFormProps extends Editing {
  /** How the picture is turned and cropped now. */
  saved: PictureEdit;
  edit: EditActions['edit'];
}

/** Shows the original with the part that is kept, and what changes that. */
export function EditForm({ picture, saved, edit, isSquare = false, onSaved }: EditFormProps) {
  const words = useDeskWords().crop;
  const [shown, setShown] = useState(() => (isSquare ? shaped(saved, 1) : saved));
  const [shape, setShape] = useState<Shape>(() => anyShapeOf(saved.area));
  const choose = (next: Shape) => {
    const ratio = ratioOf(next);
    setShape(next);
    if (ratio !== null) setShown(shaped(shown, ratio));
  };
  const turn = (by: 1 | -1) => {
    setShown(turned(shown, by));
    setShape({ ...shape, isUpright: !shape.isUpright });
  };
  const showWhole = () => {
    setShown(noEdit(shown.original));
    setShape(anyShapeOf(shown.original));
  };
  const { isSaving, refusal, save } = useSaving(edit, onSaved);
  return (
    // No form: where a setting is cropped, it is inside of one.
    <div className="grid gap-4">
      <CropStage
        edit={shown}
        src={sourceOf(picture, saved)}
        ratio={isSquare ? 1 : ratioOf(shape)}
        onChange={setShown}
      />
      <CropMeasures edit={shown} words={words} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <TurnButtons words={words} onTurn={turn} onWhole={isSquare ? undefined : showWhole} />
        {!isSquare && <ShapeField shape={shape} words={words} onChange={choose} />}
      </div>
      <DialogActions>
        <Button
          kind="main"
          isBusy={isSaving}
          onClick={() => save({ mediaId: picture.id, turns: shown.turns, area: shown.area })}
        >
          {words.save}
        </Button>
      </DialogActions>
      {refusal && (
        <Notice kind="refused" role="alert">
          {refusal}
        </Notice>
      )}
      <p className={hintStyle}>{fill(words.hint, { px: leastSide(shown.original) })}</p>
      <p className={hintStyle}>{words.kept}</p>
    </div>
  );
}

/** Returns what saves an edit, and why the last one was refused. A lost connection is a reason too. */
function useSaving(edit: EditActions['edit'], onSaved: Editing['onSaved']) {
  const { noAnswer } = useDeskWords().common;
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isSaving, start] = useTransition();
  const save = (input: Parameters<typeof edit>[0]) =>
    start(async () => {
      const answer = await edit(input).catch((error: unknown) => console.error(error));
      if (answer?.ok) onSaved(answer.value);
      else setRefusal(answer?.message ?? noAnswer);
    });
  return { isSaving, refusal, save };
}

const SHOWN_PX = 1200;

/** Returns the address of the original: of a rendition where that is all of it. */
function sourceOf({ id, renditions }: EditFormProps['picture'], saved: PictureEdit): string {
  const pictures = renditions.filter(({ mime }) => mime.startsWith('image/'));
  const file = pictures.find(({ widthPx }) => widthPx >= SHOWN_PX) ?? pictures.at(-1);
  return isNoEdit(saved) && file ? mediaPath(id, file.file) : adminPath('media/original', { media: id });
}
