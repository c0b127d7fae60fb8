import { begin } from './actions';

/** Begins a draft and opens it. */
export function NewPost() {
  return (
    <form action={begin}>
      <button type="submit" className="button">
        New post
      </button>
    </form>
  );
}
