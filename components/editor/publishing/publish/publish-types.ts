import type { RefObject } from 'react';
import type { EditorProps } from '@/components/editor/ground/editor-types';
import type { OpenWriting } from '@/components/editor/ground/open-writing';
import type { PostCommands } from '@/components/editor/ground/post-commands';

/** Props of the publish dialog and its parts. */
export interface PublishProps extends EditorProps {
  writing: OpenWriting;
  commands: PostCommands;
  /** Opens the panel where it is collapsed. */
  panelButton: RefObject<HTMLButtonElement | null>;
}
