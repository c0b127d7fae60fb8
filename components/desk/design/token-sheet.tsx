import { Panels, Sample } from './panels';
import { COLOURS, LEADINGS, RADII, SHADOWS, SIZES, SPACES, WEIGHTS } from './tokens';

/** Shows every token of the theme. */
export function TokenSheet() {
  return (
    <>
      <Panels title="Colours" isWordless>
        {() => <Swatches />}
      </Panels>
      <Panels title="Type">{({ words }) => <Type words={words.setUp.keepSamplesHint} />}</Panels>
      <Panels title="Shapes" isWordless>
        {() => <Shapes />}
      </Panels>
    </>
  );
}

function Swatches() {
  return (
    <ul className="text-small grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-3">
      {Object.entries(COLOURS).map(([name, colour]) => (
        <li key={name}>
          <div className={`border-rule h-12 rounded-md border ${colour}`} />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** @param words a sentence in the language of the panel, long enough for two lines. */
function Type({ words }: { words: string }) {
  return (
    <>
      <Sample name="Sizes">
        <ul>
          {Object.entries(SIZES).map(([name, size]) => (
            <li key={name} className={size}>
              <span lang="en">{name}</span> {words.slice(0, 30)}
            </li>
          ))}
        </ul>
      </Sample>
      <Sample name="Weights">
        <ul>
          {Object.entries(WEIGHTS).map(([name, weight]) => (
            <li key={name} className={weight}>
              <span lang="en">{name}</span> {words.slice(0, 30)}
            </li>
          ))}
        </ul>
      </Sample>
      <Sample name="Heights of lines">
        <ul className="grid w-full grid-cols-[repeat(auto-fill,minmax(min(14rem,100%),1fr))] gap-3">
          {Object.entries(LEADINGS).map(([name, leading]) => (
            <li key={name} className={`bg-wash ${leading}`}>
              <strong lang="en">{name}</strong> {words}
            </li>
          ))}
        </ul>
      </Sample>
    </>
  );
}

function Shapes() {
  return (
    <>
      <Sample name="Corners">
        {Object.entries(RADII).map(([name, radius]) => (
          <div
            key={name}
            className={`border-soft text-small grid size-20 place-items-center border ${radius}`}
          >
            {name}
          </div>
        ))}
      </Sample>
      <Sample name="Shadows">
        {Object.entries(SHADOWS).map(([name, shadow]) => (
          <div key={name} className={`bg-raised text-small m-4 grid size-20 place-items-center ${shadow}`}>
            {name}
          </div>
        ))}
      </Sample>
      <Sample name="Steps of space">
        {Object.entries(SPACES).map(([name, space]) => (
          <div key={name} className="text-small">
            <div className={`bg-accent h-6 ${space}`} />
            {name}
          </div>
        ))}
      </Sample>
    </>
  );
}
