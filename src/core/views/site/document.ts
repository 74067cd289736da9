import { escapeMarkup } from '../markup/escape.ts';

export interface HtmlDocument {
  /** Markup: escaped already. */
  readonly title: string;
  /** What may be loaded, besides nothing: directives of a content security policy. */
  readonly allowed: string;
  /** Further elements of the head. */
  readonly head: string;
  readonly body: string;
}

/** A page that stands alone: nothing runs and nothing is fetched but what `allowed` names. */
export function htmlDocument({ title, allowed, head, body }: HtmlDocument): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; ${escapeMarkup(allowed)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`;
}
