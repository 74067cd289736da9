import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/** From the calls of `l10n.t` in the extension, and in the words of its pages: the texts that a translation translates. */
export function generate(): Map<string, string> {
  const texts = new Set(['src/extension', 'src/webview'].flatMap(folder => textsBelow(join(root, folder))));
  const bundle = Object.fromEntries([...texts].sort().map(text => [text, text]));
  return new Map([['l10n/bundle.l10n.json', `${JSON.stringify(bundle, undefined, 2)}\n`]]);
}

function textsBelow(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  return files.flatMap(file => textsIn(file.split(sep).join('/'), readFileSync(join(folder, file), 'utf8')));
}

/** @throws where a text is put together: nobody could translate it */
export function textsIn(file: string, source: string): readonly string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTranslation(node.expression)) {
      const [text] = node.arguments;
      if (text === undefined || !ts.isStringLiteralLike(text))
        throw new Error(`${file}: l10n.t takes a text as it stands, with {0} for what is put in`);
      texts.push(text.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return texts;
}

/** `vscode.l10n.t`, or `l10n.t` by a name of its own. */
function isTranslation(callee: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 't') return false;
  const owner = callee.expression;
  return ts.isPropertyAccessExpression(owner)
    ? owner.name.text === 'l10n'
    : ts.isIdentifier(owner) && owner.text === 'l10n';
}
