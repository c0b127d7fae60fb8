import { cva } from 'class-variance-authority';
import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';

/** How a field of text looks. */
const inputStyle = cva([
  'border-soft bg-paper km:leading-desk min-h-11 w-full rounded-md border px-3 py-2 text-inherit',
  'aria-invalid:border-accent',
  'compact:min-h-10 compact:min-w-0 compact:border-soft/65 compact:px-2.5 compact:py-1.75 compact:text-base compact:leading-[1.45] compact:text-ink compact:km:leading-[1.45]',
]);

/** How the label of a field looks. */
export const labelStyle = 'text-ui font-semibold compact:text-small compact:font-normal compact:text-soft';

/** How a remark under a field looks. */
export const hintStyle = 'text-small text-soft';

/** What a control must be given to belong to its field. */
interface Belonging {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with the value, in the words of the person. */
  error?: string;
  /** For a control that the heading above it names already: the label is there for screen readers alone. */
  isLabelHidden?: boolean;
  className?: string;
  /** Renders the control, one of those below, with what makes it belong to the field. */
  children: (control: Belonging) => ReactNode;
}

/** Shows a control with its label above it and remarks below. */
export function Field({ label, isLabelHidden, hint, error, className = '', children }: FieldProps) {
  const id = useId();
  const remarks = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={`compact:min-w-0 compact:flex-1 grid gap-1 ${className}`}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : labelStyle}>
        {label}
      </label>
      {children({ id, 'aria-describedby': remarks || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className={hintStyle}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-small text-accent">
          {error}
        </p>
      )}
    </div>
  );
}

type InputProps = InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };

/** A field of one line. */
export function Input({ className, ...input }: InputProps) {
  return <input {...input} className={inputStyle({ className })} />;
}

type TextFieldProps = Omit<InputProps, 'id'> & Pick<FieldProps, 'label' | 'hint' | 'error'>;

/** A field of one line with its label. To place it otherwise than its neighbours, use `Field` and `Input`. */
export function TextField({ label, hint, error, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <Input {...input} {...control} />}
    </Field>
  );
}

type TextAreaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> };

/** A field of several lines, as high as its text where the browser can do that. */
export function TextArea({ className, ...area }: TextAreaProps) {
  return (
    <textarea
      {...area}
      className={inputStyle({ className: ['compact:field-sizing-content compact:resize-y', className] })}
    />
  );
}

type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & { ref?: Ref<HTMLSelectElement> };

/** A choice of one from several. */
export function Select({ className, ...select }: SelectProps) {
  return <select {...select} className={inputStyle({ className })} />;
}
