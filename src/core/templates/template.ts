import type { Kind } from '../schema/kinds.ts';

/** A piece of an artifact, or a whole one, written once: snippets and everything that makes a new file come from it. */
export interface Template {
  /** The kind of artifact it is, or the kind that a block belongs to. */
  readonly kind: Kind;
  /** A whole file, or a block to be put into one. */
  readonly scope: 'artifact' | 'block';
  readonly notation: 'yaml' | 'markdown';
  /** The name in a list of choices; unique in its notation. */
  readonly label: string;
  readonly description: string;
  /** What one types to get it; unique in its notation. */
  readonly prefix: string;
  /**
   * In TextMate's snippet syntax: `${1:default}`, `${2|a,b|}`, `$1` once more, `$0` where the caret ends. The only
   * variables are our own tokens, with a default for when nobody fills them in: `${id:BET-001}`.
   */
  readonly body: string;
}
