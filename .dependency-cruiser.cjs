// Who may import whom: see docs/architecture.md. Inside the core the layers are ordered; each may import those before it.
const layers = [
  'text',
  'parse',
  'schema',
  'model',
  'workspace',
  'rules',
  'computed',
  'features',
  'views',
  'report',
  'templates',
];

/** What each layer of the core may import besides itself. */
const allowed = {
  text: [],
  parse: ['text', 'schema'],
  schema: ['text', 'model'],
  model: ['text', 'parse', 'schema'],
  workspace: ['text', 'parse', 'schema', 'model'],
  computed: ['text', 'schema', 'model', 'workspace'],
  rules: ['text', 'parse', 'schema', 'model', 'workspace', 'computed'],
  views: ['text', 'schema', 'model', 'workspace', 'computed'],
  templates: ['text', 'schema', 'model'],
  features: [
    'text',
    'parse',
    'schema',
    'model',
    'workspace',
    'computed',
    'rules',
    'views',
    'templates',
    'service\\.ts',
  ],
  report: ['text', 'schema', 'model', 'workspace', 'computed', 'rules', 'views', 'features', 'service\\.ts'],
};

const coreRules = layers.map(layer => ({
  name: `core-${layer}`,
  comment: `src/core/${layer} may import only: ${[layer, ...allowed[layer]].join(', ')}`,
  severity: 'error',
  from: { path: `^src/core/${layer}/` },
  to: { path: '^src/core/', pathNot: `^src/core/(${[layer, ...allowed[layer]].join('|')})` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: '^(src/core/|node_modules/(yaml|unified|remark-[a-z]+)/|node_modules/@types/mdast/|mdast$)' },
    },
    {
      name: 'yaml-in-parse-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/core/parse/(library-yaml|syntax-messages)\\.ts$' },
      to: { path: '^node_modules/yaml/' },
    },
    {
      name: 'remark-in-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/core/parse/markdown/mdast\\.ts$' },
      to: { path: '^node_modules/(unified|remark-[a-z]+)/' },
    },
    {
      name: 'server-imports-core',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/', pathNot: '^src/(core|server|png)/' },
    },
    {
      name: 'cli-imports-core',
      severity: 'error',
      from: { path: '^src/cli/', pathNot: '^src/cli/lsp\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(core|cli|png)/' },
    },
    {
      name: 'cli-lsp-starts-server',
      comment: 'One command is the server, which is a bundle of its own.',
      severity: 'error',
      from: { path: '^src/cli/lsp\\.ts$' },
      to: { path: '^src/', pathNot: '^src/server/node\\.ts$' },
    },
    {
      name: 'extension-imports-protocol',
      comment: 'The extension knows the protocol and types of the core, never code of the server or the core.',
      severity: 'error',
      from: { path: '^src/extension/' },
      to: {
        path: '^src/',
        pathNot: '^src/(extension/|server/protocol\\.ts$|webview/messages\\.ts$|webview/board/(messages|words)\\.ts$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'png-knows-nothing',
      comment: 'It takes a picture as text, and is loaded when one is wanted.',
      severity: 'error',
      from: { path: '^src/png/' },
      to: { path: '^src/', pathNot: '^src/png/' },
    },
    {
      name: 'webview-imports-messages',
      severity: 'error',
      from: { path: '^src/webview/' },
      to: { path: '^src/', pathNot: '^src/webview/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-tests-in-source', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|scripts)/' } },
    {
      name: 'no-dev-dependency-types',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    ...coreRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs', '.json'] },
  },
};
