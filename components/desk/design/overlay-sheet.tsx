import { DialogSamples, MenuSamples, ToastSample } from './overlay-samples.client';
import { BothDensities, Panels, Sample } from './panels';

/** Shows what opens over the page. */
export function OverlaySheet() {
  return (
    <Panels title="Overlays">
      {() => (
        <>
          <BothDensities name="Dialogs">{() => <DialogSamples />}</BothDensities>
          <BothDensities name="Menus">{() => <MenuSamples />}</BothDensities>
          <Sample name="Toast">
            <ToastSample />
          </Sample>
        </>
      )}
    </Panels>
  );
}
