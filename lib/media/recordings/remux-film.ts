import { statSync } from 'node:fs';
import {
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  type InputAudioTrack,
  type InputTrack,
  type InputVideoTrack,
  Logging,
  LogLevel,
  MP4,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';
import { Refusal } from '@/lib/errors';
import { damagedRecording, meaningOf } from './damaged-recording';
import { neededBytes } from './needed-bytes';

/** What a film shows. Sizes are of the video as shown; zero for audio. */
export interface FilmFacts {
  kind: 'audio' | 'video';
  widthPx: number;
  heightPx: number;
}

type Track = InputVideoTrack | InputAudioTrack;

/** The codes of codecs that all browsers play. */
const PLAYED = ['avc1', 'avc3', 'av01', 'vp09', 'mp4a', 'Opus', 'fLaC'];
const PLAYED_CODECS = ['avc', 'av1', 'vp9', 'aac', 'mp3', 'opus', 'flac'];
/** Ten hours of a film with 60 pictures and 50 pieces of sound in a second have four million packets. */
const MOST_PACKETS = 4_000_000;

// What it would print is about files of authors.
Logging.level = LogLevel.Silent;

/**
 * Copies the pictures and the sound that browsers play, one track of each, into a new film: nothing else of a
 * file gets there, and nothing is encoded again. Its description comes last.
 * @throws Refusal `invalid` with the reason, when the film is damaged or many browsers cannot play it.
 */
export async function remuxFilm(from: string, to: string): Promise<FilmFacts> {
  const input = new Input({ formats: [MP4], source: new FilePathSource(from) });
  try {
    const { video, audio } = await playedTracks(input);
    await copyTracks(
      [video, audio].filter((track) => track !== null),
      from,
      to,
    );
    if (!video) return { kind: 'audio', widthPx: 0, heightPx: 0 };
    const [width, height] = [await video.getDisplayWidth(), await video.getDisplayHeight()];
    return { kind: 'video', widthPx: Math.round(width), heightPx: Math.round(height) };
  } catch (error) {
    throw meaningOf(error);
  } finally {
    input.dispose();
  }
}

/** Returns the first track of each type, those that are switched on before others. */
async function playedTracks(input: Input) {
  const video = await firstPlayed(await input.getVideoTracks());
  const audio = await firstPlayed(await input.getAudioTracks());
  if (!video && !audio) throw damagedRecording();
  return { video, audio };
}

/** @throws Refusal `invalid` when there are tracks, but browsers play none of them. */
async function firstPlayed<T extends Track>(tracks: T[]): Promise<T | null> {
  const inOrder = [...tracks].sort((a, b) => Number(b.disposition.default) - Number(a.disposition.default));
  for (const track of inOrder) if (await isPlayed(track)) return track;
  const [unknown] = inOrder;
  if (!unknown) return null;
  throw new Refusal('invalid', 'videoCoding', { coding: String(unknown.internalCodecId).trim() });
}

async function isPlayed(track: InputTrack): Promise<boolean> {
  const codec = await track.getCodec();
  return PLAYED.includes(String(track.internalCodecId)) && codec !== null && PLAYED_CODECS.includes(codec);
}

/** A track that is being copied. */
interface Copying {
  packets: AsyncGenerator<EncodedPacket, void>;
  next: EncodedPacket | null;
  add(packet: EncodedPacket): Promise<void>;
}

async function copyTracks(tracks: Track[], from: string, to: string): Promise<void> {
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: false }),
    target: new FilePathTarget(to),
  });
  try {
    const copying: Copying[] = [];
    for (const track of tracks) {
      copying.push(await (track.isVideoTrack() ? addVideo(output, track) : addAudio(output, track)));
    }
    await output.start();
    await copyInOrder(copying, statSync(from).size);
    await output.finalize();
  } catch (error) {
    await output.cancel();
    throw error;
  }
}

async function addVideo(output: Output, track: InputVideoTrack): Promise<Copying> {
  const [codec, config] = [await track.getCodec(), await track.getDecoderConfig()];
  if (!codec || !config) throw new Error('A video track without a codec.');
  const needed = neededBytes(codec, bufferOf(config.description));
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source, { rotation: await track.getRotation(), flip: await track.getFlip() });
  const decoderConfig = { ...config, description: needed.description };
  return copyingOf(track, (packet) =>
    source.add(packet.clone({ data: needed.of(packet.data) }), { decoderConfig }),
  );
}

async function addAudio(output: Output, track: InputAudioTrack): Promise<Copying> {
  const [codec, config] = [await track.getCodec(), await track.getDecoderConfig()];
  if (!codec || !config) throw new Error('An audio track without a codec.');
  const needed = neededBytes(codec, bufferOf(config.description));
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  const decoderConfig = { ...config, description: needed.description };
  return copyingOf(track, (packet) =>
    source.add(packet.clone({ data: needed.of(packet.data) }), { decoderConfig }),
  );
}

function copyingOf(track: Track, add: Copying['add']): Copying {
  return { packets: new EncodedPacketSink(track).packets(), next: null, add };
}

function bufferOf(description: AllowSharedBufferSource | undefined): Buffer | undefined {
  if (!description) return undefined;
  return ArrayBuffer.isView(description)
    ? Buffer.from(description.buffer, description.byteOffset, description.byteLength)
    : Buffer.from(description);
}

/**
 * Copies packets in the order of their times, so that sound is stored near its pictures.
 * @param mostBytes a film's tables may name the same bytes many times; a copy must not become longer.
 */
async function copyInOrder(all: Copying[], mostBytes: number): Promise<void> {
  for (const copying of all) await advance(copying);
  let [packets, bytes] = [0, 0];
  for (let first = earliest(all); first?.next; first = earliest(all)) {
    packets += 1;
    bytes += first.next.byteLength;
    if (packets > MOST_PACKETS || bytes > mostBytes) throw new Error('The film is longer than its file.');
    await first.add(first.next);
    await advance(first);
  }
  if (packets === 0) throw new Error('The film has no packets.');
}

async function advance(copying: Copying) {
  const { value } = await copying.packets.next();
  copying.next = value ?? null;
}

function earliest(all: Copying[]): Copying | undefined {
  return all
    .filter(({ next }) => next !== null)
    .sort((a, b) => (a.next?.timestamp ?? 0) - (b.next?.timestamp ?? 0))[0];
}
