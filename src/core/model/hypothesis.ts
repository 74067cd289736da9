import type { Hypothesis } from './types.gen.ts';

/** The parts of a hypothesis as far as they were written or can be found in its sentence. */
export interface HypothesisParts {
  readonly text?: string;
  readonly believe?: string;
  readonly audience?: string;
  readonly outcome?: string;
  readonly because?: string;
}

const longest = 2000;

/** Words behind which the outcome stands: "We believe that … will …", "If … then …", "… so that …". */
const outcomeMarker =
  /\b(?:(?:will|would|should|shall|can) (?:then )?(?:result in |lead to |mean (?:that )?)?|then |so that |(?:leads?|leading) to |(?:results?|resulting) in |which (?:means |brings ))/i;
const becauseMarker = /[\s,;:–—-]\bbecause\b(?: of)?[:,]? |\bsince we (?:know|saw|heard) /i;
const beliefMarker = /^\W*(?:we|i) (?:believed?|think|thought|bet|assumed?)(?: that)?[:,]? /i;
const audienceMarker = / for (?<audience>[^,.;]{2,80}?)(?=[,.;]| will | would | should |$)/i;

/** Written parts win over what the sentence says. */
export function hypothesisParts(hypothesis: Hypothesis): HypothesisParts {
  const text = hypothesis.text?.text.trim();
  const found = text === undefined ? {} : partsOfSentence(text.slice(0, longest));
  const written = Object.fromEntries(
    (['believe', 'audience', 'outcome', 'because'] as const).flatMap(name => {
      const value = hypothesis[name]?.text.trim();
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  return { ...(text !== undefined && text !== '' && { text }), ...found, ...written };
}

function partsOfSentence(sentence: string): HypothesisParts {
  const flat = sentence.replace(/\s+/g, ' ');
  const because = becauseMarker.exec(flat);
  const claim = because ? flat.slice(0, because.index) : flat;
  const reason = because ? flat.slice(because.index + because[0].length) : undefined;
  const marker = outcomeMarker.exec(claim);
  const outcome = marker ? claim.slice(marker.index + marker[0].length) : undefined;
  const belief = (marker ? claim.slice(0, marker.index) : claim).replace(beliefMarker, '').replace(/^\W*if /i, '');
  const audience = audienceMarker.exec(marker ? claim.slice(0, marker.index + 6) : claim)?.groups?.['audience'];
  return {
    ...part('believe', belief),
    ...part('audience', audience),
    ...part('outcome', outcome),
    ...part('because', reason),
  };
}

function part(name: keyof HypothesisParts, text: string | undefined): HypothesisParts {
  const trimmed = text?.replace(/^[\s,.;:]+|[\s,.;:]+$/g, '') ?? '';
  return trimmed === '' ? {} : { [name]: trimmed };
}

/** Two are the same when they are without case, punctuation and blanks, parts joined (SPEC 8, "Retro"). */
export function hypothesisKey(hypothesis: Hypothesis): string {
  const { text, believe, audience, outcome, because } = hypothesis;
  return [text, believe, audience, outcome, because]
    .map(value =>
      (value?.text ?? '')
        .slice(0, longest)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}%]+/gu, ''),
    )
    .join('');
}
