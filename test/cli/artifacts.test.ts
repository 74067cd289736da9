import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { aimlessBet, betwright, examples, folderWith, onExampleDay, removeFolders, soundBet } from './betwright.ts';

/** What `list` and `show` promise of one artifact. */
const entrySchema = {
  type: 'object',
  required: ['artifact', 'file', 'computed'],
  properties: {
    artifact: {
      type: 'object',
      required: ['kind', 'id'],
      properties: {
        kind: { enum: ['bet', 'metrics', 'rollout', 'retro', 'launch', 'tracks'] },
        id: { type: 'string' },
        span: false,
        key: false,
        type: false,
        blanks: false,
      },
    },
    file: { type: 'string' },
    computed: {
      type: 'object',
      required: ['readiness', 'gate', 'decision', 'verdicts'],
      additionalProperties: false,
      properties: Object.fromEntries(
        ['readiness', 'gate', 'decision', 'verdicts'].map(name => [name, { type: ['object', 'null'] }]),
      ),
    },
  },
};

interface Listed {
  readonly artifact: { readonly id: string; readonly kind: string; readonly status?: string };
  readonly file: string;
}

function listed(folder: string, ...args: readonly string[]): readonly Listed[] {
  const { stdout } = betwright(['list', '--format', 'json', ...onExampleDay, ...args], folder);
  return (JSON.parse(stdout) as { artifacts: readonly Listed[] }).artifacts;
}

const ids = (entries: readonly Listed[]): readonly string[] => entries.map(({ artifact }) => artifact.id);

describe('betwright list', () => {
  after(removeFolders);

  it('lists what stands in documents of its own, as JSON that keeps its promise', () => {
    const { code, stdout } = betwright(['list', '--format', 'json', ...onExampleDay], examples);
    const json = JSON.parse(stdout) as unknown;
    const ajv = new Ajv({ allowUnionTypes: true });
    const schema = {
      type: 'object',
      required: ['version', 'artifacts'],
      additionalProperties: false,
      properties: {
        version: { const: 1 },
        artifacts: { type: 'array', items: { ...entrySchema, additionalProperties: false } },
      },
    };
    assert.ok(ajv.validate(schema, json), ajv.errorsText());
    assert.equal(code, 0);
    assert.equal(listed(examples).length, 23);
  });

  it('tells people one line of each', () => {
    const { stdout } = betwright(['list', ...onExampleDay], examples);
    assert.match(
      stdout,
      /^BET-007 +bet +rollingOut +Guided onboarding +Ines Okafor +bets\/BET-007-guided-onboarding\.bet\.yaml$/m,
    );
    assert.match(stdout, /^23 artifacts$/m);
  });

  it('chooses by kind and by status, inferred where none is written', () => {
    assert.deepEqual(ids(listed(examples, '--kind', 'metrics')), ['MET-001', 'MET-002', 'MET-004']);
    assert.deepEqual(ids(listed(examples, '--status', 'proposed', '--status', 'Rolling-Out')), [
      ...['BET-013', 'BET-014', 'BET-015', 'BET-016'],
      ...['BET-007', 'BET-009', 'BET-010', 'BET-011'],
    ]);
    const folder = folderWith({ 'a.bet.yaml': 'id: BET-1\ntimebox: { start: 2026-11-01, duration: 4w }\n' });
    assert.deepEqual(ids(listed(folder, '--status', 'building')), ['BET-1']);
    assert.equal(listed(folder)[0]?.artifact.status, 'building');
  });

  it('keeps to the paths that are named', () => {
    assert.deepEqual(ids(listed(examples, 'metrics')), ['MET-001', 'MET-002', 'MET-004']);
    assert.deepEqual(ids(listed(examples, 'bets/BET-003-waste-log.bet.yaml')), ['BET-003', 'BET-006']);
  });

  it('leaves out what is broken, and takes nothing found for a mistake', () => {
    const folder = folderWith({ 'a.bet.yaml': 'id: "BET-1\n', 'b.bet.yaml': soundBet });
    assert.deepEqual(ids(listed(folder)), ['BET-001']);
    assert.equal(betwright(['list'], folderWith({})).code, 2);
    assert.equal(betwright(['list', '--allow-empty'], folderWith({})).code, 0);
  });
});

describe('betwright show', () => {
  after(removeFolders);

  it('prints the model with what is computed, and no positions', () => {
    const { code, stdout } = betwright(['show', 'BET-007', '--format', 'json', ...onExampleDay], examples);
    const json = JSON.parse(stdout) as { version: number; file: string; artifact: Record<string, unknown> };
    const ajv = new Ajv({ allowUnionTypes: true });
    assert.ok(ajv.validate({ ...entrySchema, required: ['version', ...entrySchema.required] }, json), ajv.errorsText());
    assert.deepEqual(
      [code, json.version, json.file, json.artifact['title']],
      [0, 1, 'bets/BET-007-guided-onboarding.bet.yaml', 'Guided onboarding'],
    );
    assert.doesNotMatch(stdout, /"(?:span|key|blanks)":/);
  });

  it('tells people fields, metrics with their verdicts, and findings', () => {
    const { stdout } = betwright(['show', 'BET-009', ...onExampleDay], examples);
    assert.match(stdout, /^Pre-order in two taps {2}BET-009$/m);
    assert.match(stdout, /^guardrails +Orders for the wrong day .*breached$/m);
    assert.match(stdout, /metrics\/guardrail-breached/);
  });

  it('finds embedded artifacts by their id', () => {
    const folder = folderWith({ 'a.bet.yaml': `${soundBet}rollout:\n  id: RO-1\n  approach: percentage\n` });
    const { artifact } = JSON.parse(betwright(['show', 'RO-1', '--format', 'json'], folder).stdout) as {
      artifact: unknown;
    };
    assert.deepEqual(artifact, { kind: 'rollout', id: 'RO-1', approach: 'percentage' });
    assert.deepEqual(ids(listed(folder)), ['BET-001']);
  });

  it('takes the file’s name where no id is written', () => {
    const folder = folderWith({ 'saved-carts.bet.yaml': 'title: Saved carts\n' });
    assert.equal(betwright(['show', 'saved-carts'], folder).code, 0);
  });

  it('takes the id of a broken document for wrong use, and says why', () => {
    const { code, stdout, stderr } = betwright(
      ['show', 'BET-1'],
      folderWith({ 'a.bet.yaml': 'id: BET-1\ntitle: "x\n' }),
    );
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /a\.bet\.yaml can't be parsed/);
  });

  it('says where the other stands when an id is given twice', () => {
    const { code, stderr } = betwright(
      ['show', 'BET-001'],
      folderWith({ 'a.bet.yaml': soundBet, 'b.bet.yaml': soundBet }),
    );
    assert.equal(code, 0);
    assert.match(stderr, /b\.bet\.yaml/);
  });
});

describe('betwright graph', () => {
  after(removeFolders);

  it('draws by id and by file, the same each time, with its style inside', () => {
    const byId = betwright(['graph', 'BET-007'], examples);
    const byFile = betwright(['graph', './bets/BET-007-guided-onboarding.bet.yaml'], examples);
    assert.deepEqual([byId.code, byId.stderr], [0, '']);
    assert.match(byId.stdout, /^<svg [^]*<style>[^]*<\/svg>\n$/);
    for (const name of ['Activation rate', 'Onboarding completion', 'Support tickets'])
      assert.ok(byId.stdout.includes(name));
    assert.equal(byFile.stdout, byId.stdout);
  });

  it('draws the metrics that a bet refers to', () => {
    assert.match(betwright(['graph', 'BET-005'], examples).stdout, /<svg /);
  });

  it('draws in the format that is named, or that the file is called after', () => {
    const folder = folderWith({});
    const drawn = (...args: readonly string[]): string => betwright(['graph', 'BET-007', ...args], examples).stdout;
    assert.match(drawn('--format', 'html'), /^<!doctype html>[^]*<svg [^]*<table [^]*<\/html>\n$/);
    assert.match(drawn('--format', 'mermaid'), /^flowchart BT\n/);
    assert.doesNotMatch(drawn('--theme', 'dark'), /var\(/);
    drawn('--out', join(folder, 'a.mmd'));
    assert.equal(readFileSync(join(folder, 'a.mmd'), 'utf8'), drawn('--format', 'mermaid'));
  });

  it('draws a PNG without a browser, light or dark', () => {
    const folder = folderWith({});
    const [light, dark] = [[], ['--theme', 'dark']].map((theme, index) => {
      const file = join(folder, `${String(index)}.png`);
      const { code, stderr } = betwright(['graph', 'BET-007', '--out', file, ...theme], examples);
      assert.deepEqual([code, stderr], [0, '']);
      return readFileSync(file);
    });
    assert.ok(light && dark);
    assert.deepEqual([...light.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    // Twice as many dots as the picture is wide and high.
    const svg = /width="(\d+)" height="(\d+)"/.exec(betwright(['graph', 'BET-007'], examples).stdout);
    assert.deepEqual([light.readUInt32BE(16), light.readUInt32BE(20)], [Number(svg?.[1]) * 2, Number(svg?.[2]) * 2]);
    // Text takes its room: a picture without letters is a third of this.
    assert.ok(light.length > 60_000, String(light.length));
    assert.notDeepEqual(dark, light);
  });

  it('writes to a file, and says when it can’t', () => {
    const folder = folderWith({ 'm.metrics.yaml': 'id: MET-1\ncore:\n  - name: <script>alert(1)</script>\n' });
    const { code, stdout } = betwright(['graph', 'MET-1', '--out', 'm.svg'], folder);
    assert.deepEqual([code, stdout], [0, '']);
    assert.doesNotMatch(readFileSync(join(folder, 'm.svg'), 'utf8'), /<script/);
    assert.equal(betwright(['graph', 'MET-1', '--out', 'nowhere/m.svg'], folder).code, 2);
    assert.equal(existsSync(join(folder, 'nowhere')), false);
  });

  it('is wrong use where there is nothing to draw', () => {
    const folder = folderWith({ 'a.bet.yaml': aimlessBet, 'b.bet.yaml': 'id: "', 'c.yaml': 'a: 1\n' });
    for (const subject of ['BET-001', 'a.bet.yaml', 'b.bet.yaml', 'c.yaml', 'gone.bet.yaml', 'x'.repeat(5000)]) {
      const { code, stdout, stderr } = betwright(['graph', subject], folder);
      assert.deepEqual([code, stdout], [2, ''], subject);
      assert.doesNotMatch(stderr, /^ {4}at /m);
    }
  });
});
