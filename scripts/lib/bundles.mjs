// @ts-check
// Which bundles the product consists of, and how each is made.
import fs from 'node:fs';
import path from 'node:path';
import { outHome, root } from './paths.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */
/** @typedef {import('esbuild').Plugin} Plugin */
/** @typedef {'development' | 'production'} Mode */

/**
 * @typedef {object} Bundle
 * @property {string} entry source, from the root of the repository
 * @property {string} output bundle, from the root of the repository
 * @property {'node' | 'webExtension' | 'worker' | 'page' | 'commandLine'} world where it runs
 * @property {number} [limit] the most bytes it may have when minified; what loads at start-up must stay small
 */

/** @type {readonly Bundle[]} */
export const bundles = [
  { entry: 'src/extension/extension.node.ts', output: 'dist/extension.node.js', world: 'node', limit: 60_000 },
  { entry: 'src/extension/client.node.ts', output: 'dist/client.node.js', world: 'node' },
  { entry: 'src/extension/commands/later.ts', output: 'dist/commands.js', world: 'node' },
  { entry: 'src/extension/extension.web.ts', output: 'dist/extension.web.js', world: 'webExtension' },
  { entry: 'src/core/parse/library-yaml.ts', output: 'dist/yaml-library.js', world: 'node' },
  { entry: 'src/server/node.ts', output: 'dist/server.node.js', world: 'node' },
  { entry: 'src/server/web.ts', output: 'dist/server.web.js', world: 'worker' },
  { entry: 'src/webview/main.ts', output: 'dist/webview.js', world: 'page' },
  { entry: 'src/webview/board/main.ts', output: 'dist/board.js', world: 'page', limit: 60_000 },
  { entry: 'src/cli/main.ts', output: 'dist/cli.js', world: 'commandLine' },
  { entry: 'src/cli/run.ts', output: 'dist/cli.run.js', world: 'node' },
  { entry: 'src/png/png.ts', output: 'dist/png.js', world: 'node' },
];

/** Sources that are a bundle of their own where there are files to load: who imports one of them loads that bundle, at the moment of the import. */
const loadedLater = new Map([
  ['src/extension/client.node.ts', './client.node.js'],
  ['src/extension/commands/later.ts', './commands.js'],
  ['src/cli/run.ts', './cli.run.js'],
  ['src/server/node.ts', './server.node.js'],
  ['src/png/png.ts', './png.js'],
  ['src/core/parse/library-yaml.ts', './yaml-library.js'],
]);

/**
 * Sources that are part of their bundle, but evaluated when one of the named functions is called for the first time:
 * what they import takes long to set up, and most runs never ask for it.
 */
const evaluatedLater = new Map([['src/core/parse/markdown/mdast.ts', ['parseMdast']]]);

/** The bundles whose source exists already. */
export const presentBundles = () => bundles.filter(({ entry }) => fs.existsSync(path.join(root, entry)));

/**
 * @param {Bundle} bundle
 * @param {Mode} mode
 * @returns {BuildOptions}
 */
export function optionsFor(bundle, mode) {
  return {
    ...common(mode),
    ...worlds[bundle.world],
    entryPoints: [path.join(root, bundle.entry)],
    outfile: path.join(root, bundle.output),
    metafile: true,
    // A browser's bundle must be one file: there the later part is simply inside.
    plugins: inOneFile.has(bundle.world) ? [atFirstUsePlugin] : [laterPlugin, atFirstUsePlugin],
  };
}

/** @type {ReadonlySet<Bundle['world']>} */
const inOneFile = new Set(['webExtension', 'worker', 'page']);

/** A worker has no `document`, and some packages for browsers come in a second form that asks for none. */
const inWorker = { conditions: ['worker', 'module'] };

/** @type {Record<Bundle['world'], BuildOptions>} */
const worlds = {
  node: { platform: 'node', format: 'cjs', target: 'node20' },
  commandLine: { platform: 'node', format: 'cjs', target: 'node20', banner: { js: '#!/usr/bin/env node' } },
  webExtension: { platform: 'browser', format: 'cjs', target: 'es2022', ...inWorker },
  worker: { platform: 'browser', format: 'iife', target: 'es2022', ...inWorker },
  page: { platform: 'browser', format: 'iife', target: 'es2022' },
};

/**
 * @param {Mode} mode
 * @returns {BuildOptions}
 */
function common(mode) {
  const production = mode === 'production';
  return {
    absWorkingDir: root,
    bundle: true,
    external: ['vscode'],
    // Fonts and what draws with them are read when a picture is wanted as dots, and too large to stand in a script.
    loader: { '.wasm': 'file', '.ttf': 'file', '.css': 'text' },
    assetNames: '[name]',
    // Some packages carry a `main` that esbuild cannot see through; their `module` is the same code in a form it can.
    mainFields: ['module', 'main'],
    // `import()` of a later part becomes a lazy `require`: synchronous to load, and the same in every host.
    supported: { 'dynamic-import': false },
    minify: production,
    sourcemap: production ? false : 'linked',
    sourcesContent: false,
    legalComments: production ? 'none' : 'inline',
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    logLevel: 'silent',
  };
}

/** @type {Plugin} */
const laterPlugin = {
  name: 'loaded-later',
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, ({ path: imported, resolveDir, kind }) => {
      if (kind === 'entry-point') return undefined;
      const source = path.relative(root, path.resolve(resolveDir, imported)).split(path.sep).join('/');
      const bundle = loadedLater.get(source);
      return bundle === undefined ? undefined : { path: bundle, external: true };
    });
  },
};

/**
 * Puts a module before such a source that asks for it when a function of it is asked for.
 * @type {Plugin}
 */
const atFirstUsePlugin = {
  name: 'evaluated-at-first-use',
  setup(build) {
    const namespace = 'at-first-use';
    build.onResolve({ filter: /\.ts$/ }, ({ path: imported, resolveDir, kind }) => {
      if (kind !== 'import-statement') return undefined;
      const file = path.resolve(resolveDir, imported);
      const source = path.relative(root, file).split(path.sep).join('/');
      return evaluatedLater.has(source) ? { path: source, namespace } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace }, ({ path: source }) => {
      const file = JSON.stringify(path.join(root, source));
      const getters = (evaluatedLater.get(source) ?? []).map(
        name => `get ${name}() { return require(${file}).${name}; }`,
      );
      return { contents: `module.exports = { ${getters.join(', ')} };`, resolveDir: root };
    });
  },
};

/** @typedef {'extension' | 'web'} HostedSuite a suite of tests that runs inside VS Code */

/**
 * The bundle of a suite that runs inside VS Code: its index.ts and every `*.test.ts` beside it.
 * @param {HostedSuite} suite
 * @returns {BuildOptions & { outfile: string }}
 */
export function optionsForTests(suite) {
  const folder = path.join(root, 'test', suite);
  const web = suite === 'web';
  return {
    ...common('development'),
    ...(web ? worlds.webExtension : worlds.node),
    external: ['vscode'],
    sourcemap: 'inline',
    entryPoints: [path.join(folder, 'index.ts')],
    outfile: path.join(outHome, 'test', suite, web ? 'index.js' : 'index.cjs'),
    plugins: [allTestsPlugin(folder), mochaInBrowserPlugin],
  };
}

/**
 * Puts a module that loads every test of a folder in the place of test/all-tests.ts: none can be forgotten in a list.
 * @param {string} folder
 * @returns {Plugin}
 */
function allTestsPlugin(folder) {
  return {
    name: 'all-tests',
    setup(build) {
      build.onResolve({ filter: /\/all-tests\.ts$/ }, ({ path: name }) => ({ path: name, namespace: 'all-tests' }));
      build.onLoad({ filter: /.*/, namespace: 'all-tests' }, () => {
        const files = testFiles(folder);
        const loads = files.map(file => `  await import(${JSON.stringify(`./${file}`)});`);
        return {
          contents: `export async function load() {\n${loads.join('\n')}\n}`,
          resolveDir: folder,
          watchDirs: [folder],
        };
      });
    },
  };
}

/**
 * Mocha's build for browsers looks for `module` and `exports` before it settles for a global, and would take those of our bundle.
 * @type {Plugin}
 */
const mochaInBrowserPlugin = {
  name: 'mocha-in-browser',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path: file }) => {
      const script = await fs.promises.readFile(file, 'utf8');
      return { contents: `var module, exports, define;\n${script}` };
    });
  },
};

/**
 * The test files of a folder and the folders below it, in a fixed order.
 * @param {string} folder
 * @returns {string[]} paths from the folder, with forward slashes
 */
export function testFiles(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => file.split(path.sep).join('/'))
    .filter(file => file.endsWith('.test.ts'))
    .sort();
}
