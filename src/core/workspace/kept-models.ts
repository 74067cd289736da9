import type { AnyArtifact, Artifact } from '../model/artifact.ts';
import type { FileModel } from '../model/file-model.ts';
import type { Kind } from '../schema/kinds.ts';
import { ownText, ownTexts } from '../text/own-text.ts';
import type { Span } from '../text/span.ts';

/**
 * The models of thousands of files, of which only those are in memory that are being looked at. An artifact stays what it is for as
 * long as its file: its id, its title and its place. All else that it says is read again from the text when somebody asks, if it is not among the
 * latest that were asked for: what is to be compared by identity is the artifact, never its model.
 */
export interface KeptModels {
  /** The same model, no longer holding on to what it was read from. `remake` reads it again; what it can't find any more is empty. */
  keep(model: FileModel, weight: number, remake: () => FileModel | undefined): FileModel;
}

/** Models are held whose texts are together no longer than this, in UTF-16 units, and some few whatever they weigh. */
const most = { weight: 200_000, fewest: 16 } as const;

export function createKeptModels(): KeptModels {
  /** The models that are held, in the order in which they came; who was asked meanwhile gets another turn. */
  const held = new Set<Source>();
  let weight = 0;

  function hold(source: Source, model: FileModel): void {
    source.model = model;
    source.isAsked = false;
    held.add(source);
    weight += source.weight;
    for (const oldest of held) {
      if (weight <= most.weight || held.size <= most.fewest) return;
      held.delete(oldest);
      if (oldest.isAsked && oldest !== source) {
        oldest.isAsked = false;
        held.add(oldest);
      } else {
        oldest.model = undefined;
        weight -= oldest.weight;
      }
    }
  }

  return {
    keep(model, weight, remake) {
      const source: Source = {
        model: undefined,
        isAsked: false,
        weight,
        remake: () => {
          const again = remake() ?? nothing;
          hold(source, again);
          return again;
        },
      };
      hold(source, model);
      return {
        file: model.file,
        artifacts: model.artifacts.map(
          (artifact, index) => new KeptArtifact(artifact, source, index) as unknown as AnyArtifact,
        ),
        broken: model.broken.length === 0 ? nothing.broken : ownTexts(model.broken),
        templates: model.templates.length === 0 ? nothing.templates : ownTexts(model.templates),
      };
    },
  };
}

const nothing: FileModel = { file: '', artifacts: [], broken: [], templates: [] };

/** Where the whole of a model comes from. */
interface Source {
  model: FileModel | undefined;
  isAsked: boolean;
  readonly weight: number;
  readonly remake: () => FileModel;
}

class KeptArtifact {
  readonly kind: Kind;
  readonly id: string;
  readonly idSpan: Span | undefined;
  readonly title: string;
  readonly file: string;
  readonly span: Span;
  readonly anchor: Span;
  readonly #source: Source;
  readonly #index: number;

  constructor({ kind, id, idSpan, title, file, span, anchor }: AnyArtifact, source: Source, index: number) {
    this.kind = kind;
    this.id = ownText(id);
    this.idSpan = idSpan;
    this.title = title === id ? this.id : ownText(title);
    this.file = file;
    this.span = span;
    this.anchor = anchor;
    this.#source = source;
    this.#index = index;
  }

  get model(): Artifact['model'] {
    return this.#whole?.model ?? { type: 'object', span: this.span };
  }

  get problems(): Artifact['problems'] {
    return this.#whole?.problems ?? [];
  }

  get form(): Artifact['form'] {
    return this.#whole?.form;
  }

  get rollback(): Artifact['rollback'] {
    return this.#whole?.rollback;
  }

  get #whole(): AnyArtifact | undefined {
    const source = this.#source;
    source.isAsked = true;
    return (source.model ?? source.remake()).artifacts[this.#index];
  }
}

/** Whether this is such an artifact: it holds on to no text, whoever keeps it. */
export function isKept(value: object): boolean {
  return value instanceof KeptArtifact;
}
