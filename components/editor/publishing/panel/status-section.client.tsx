'use client';
import { Button } from '@/components/desk/ui/button';
import { useDeskMoment, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle } from '@/components/desk/ui/field';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { Section } from '@/components/editor/ground/section';
import { fill } from '@/lib/language/fill';
import { isListed, isPublic, isUnlisted } from '@/lib/visibility';
import { Confirmed } from './confirmed.client';
import { CorrectionForm } from './correction-form.client';
import { DateForm } from './date-form.client';

/** Shows the status of the post, and the ways to change it other than publishing. */
export function StatusSection(props: PanelProps) {
  const { draft, may } = props;
  const words = useDeskWords().panel;
  return (
    <Section title={words.status}>
      <p>{useStatusSentence(props)}</p>
      {isPublic(draft.status) && draft.hasUnpublishedChanges && (
        <p className={hintStyle}>{words.changesUnseen}</p>
      )}
      {draft.status === 'scheduled' && draft.hasUnpublishedChanges && <LeftOut {...props} />}
      {may.publish && <Decisions {...props} />}
    </Section>
  );
}

/** Says that changes were made after the post was scheduled, and offers to include them at the same time. */
function LeftOut({ draft, actions, commands, may }: PanelProps) {
  const { panel: words, publishing } = useDeskWords();
  const { postId, scheduledAt } = draft;
  const include = () => {
    if (scheduledAt === null) return;
    const time = { from: scheduledAt, at: scheduledAt };
    const work = (draftVersion: number) => actions.schedule({ postId, draftVersion, ...time });
    void commands.run(work, { text: publishing.scheduleUpdated });
  };
  return (
    <>
      <p>{words.changesNotScheduled}</p>
      {may.publish && (
        <Button disabled={commands.isBusy} onClick={include}>
          {words.includeChanges}
        </Button>
      )}
    </>
  );
}

/** Renders the buttons that change the status. */
function Decisions(props: PanelProps) {
  const { draft, actions, commands } = props;
  const words = useDeskWords().panel;
  const { postId, status } = draft;
  const run = (work: keyof typeof QUICK) =>
    void commands.run(() => actions[work]({ postId }), { text: words[QUICK[work]] });
  const isOpen = isPublic(status);
  return (
    <>
      {status === 'scheduled' ? (
        <Button disabled={commands.isBusy} onClick={() => run('unschedule')}>
          {words.unschedule}
        </Button>
      ) : (
        <DateForm {...props} />
      )}
      {isOpen && <CorrectionForm {...props} />}
      {isListed(status) && (
        <div className="grid justify-items-start gap-3">
          <Button disabled={commands.isBusy} onClick={() => run('unlist')}>
            {words.unlist}
          </Button>
          <p className={hintStyle}>{words.unlistHint}</p>
        </div>
      )}
      {isUnlisted(status) && (
        <Button disabled={commands.isBusy} onClick={() => run('relist')}>
          {words.relist}
        </Button>
      )}
      {isOpen && (
        <Confirmed
          label={words.withdraw}
          question={words.withdrawQuestion}
          isBusy={commands.isBusy}
          onConfirm={() => run('withdraw')}
        />
      )}
    </>
  );
}

/** Commands that need only the post, and the sentences for their results. */
const QUICK = {
  unschedule: 'unscheduled',
  unlist: 'unlisted',
  relist: 'relisted',
  withdraw: 'withdrawn',
} as const;

const SENTENCES = {
  draft: 'isDraft',
  scheduled: 'isScheduled',
  published: 'isPublished',
  unlisted: 'isUnlisted',
  withdrawn: 'isWithdrawn',
  binned: 'isBinned',
} as const;

function useStatusSentence({ draft, timeZone }: PanelProps): string {
  const words = useDeskWords().panel;
  const moment = useDeskMoment();
  const { status, scheduledAt, publishedAt } = draft;
  const instant = status === 'scheduled' ? scheduledAt : publishedAt;
  const date = instant === null ? '' : moment(instant);
  return fill(words[SENTENCES[status]], { date, zone: timeZone });
}
