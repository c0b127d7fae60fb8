'use client';
import { useState } from 'react';
import { DeskZoneProvider } from '@/components/desk/ui/desk-words.client';
import { TimeField } from '@/components/desk/ui/time-field.client';

const ZONE = 'Europe/London';

/** Shows the field of a time with its warnings: of one that clocks skip, and of one that they show twice. */
export function TimeSamples() {
  return (
    <DeskZoneProvider timeZone={ZONE}>
      <TimeSample local="2090-03-26T01:30" />
      <TimeSample local="2090-10-29T01:30" />
    </DeskZoneProvider>
  );
}

function TimeSample({ local }: { local: string }) {
  const [time, setTime] = useState({ local, isSecond: false });
  return <TimeField timeZone={ZONE} time={time} onTime={setTime} />;
}
