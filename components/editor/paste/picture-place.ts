import { MEDIA_TYPES } from '@/lib/media/media-facts';

/** What is said at the place of a picture that is not there yet. */
export interface PlaceWords {
  fetching: string;
  byHand: string;
  addPicture: string;
  leaveOut: string;
}

interface PlaceActions {
  onFile: (file: File) => void;
  onLeave: () => void;
}

/** The element that stands in the text where a pasted picture belongs: on its way, or to be added by hand. */
export function placeElement(
  words: PlaceWords,
  { isByHand }: { isByHand: boolean },
  { onFile, onLeave }: PlaceActions,
): HTMLElement {
  const place = document.createElement('div');
  place.className = 'picture-place';
  place.contentEditable = 'false';
  const sentence = document.createElement('p');
  sentence.textContent = isByHand ? words.byHand : words.fetching;
  place.append(sentence);
  if (!isByHand) return place;
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = MEDIA_TYPES.filter((type) => type.startsWith('image/')).join(',');
  input.hidden = true;
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) onFile(file);
  });
  const buttons = document.createElement('div');
  buttons.className = 'ed-row';
  buttons.append(
    button(words.addPicture, () => input.click()),
    button(words.leaveOut, onLeave),
    input,
  );
  place.append(buttons);
  return place;
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'ed-quiet';
  element.textContent = label;
  element.addEventListener('click', onClick);
  return element;
}
