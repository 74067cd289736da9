import type { Kind } from '../../../schema/kinds.ts';

/** A section of the Markdown form: what its heading means, and what one begins it with. */
export interface FormSection {
  /** As in the vocabulary, whose first phrase is the heading. */
  readonly meaning: string;
  /** The section it stands in. */
  readonly under?: string;
  /** In TextMate's snippet syntax; empty where only sections stand in it. */
  readonly body: string;
}

const tier = (limit: string): string =>
  `| Metric | Definition | Baseline | Current | ${limit} | Measurement |
|--------|------------|----------|---------|--------|-------------|`;

const lagging = `${tier('Target')}
| \${1:Recurring revenue} | \${2:What customers pay in a month} | \${3:\\$2.0M} | $4 | \${5:\\$2.2M} | \${6|Monthly,Quarterly|} |`;

const core = `| Metric | Definition | Baseline | Current | Target | Measurement | Drives |
|--------|------------|----------|---------|--------|-------------|--------|
| \${1:Weekly active teams} ⭐ | \${2:Teams that finish a piece of work} | \${3:30%} | $4 | \${5:40%} | \${6|Weekly,Daily|} | \${7:\${lagging}} |`;

const leading = `| Metric | Definition | Baseline | Current | Target | Measurement | Drives |
|--------|------------|----------|---------|--------|-------------|--------|
| \${1:First piece finished} | \${2:Share of new teams, on their first day} | \${3:50%} | $4 | \${5:65%} | \${6|Daily,Real-time|} | \${7:\${core}} |`;

const guardrails = `| Guardrail | Definition | Current | Threshold | Alert at | Action |
|-----------|------------|---------|-----------|----------|--------|
| \${1:Error rate} | \${2:Requests that fail} | $3 | \${4:< 1%} | \${5:0.8%} | \${6|Rollback,Pause rollout,Investigate|} |`;

const result = `| Metric | Baseline | Target | Actual | Verdict |
|--------|----------|--------|--------|---------|
| \${1:Weekly active teams} | \${2:30%} | \${3:40%} | \${4:41%} | \${5|hit,close,missed|} |`;

const guardrailResult = `| Metric | Threshold | Actual | Status |
|--------|-----------|--------|--------|
| \${1:Error rate} | \${2:< 1%} | \${3:0.4%} | \${4|within,alert,breached|} |`;

const steps = `| Action | Owner | Timeline |
|--------|-------|----------|
| \${1:What happens next} | \${2:\${owner:Product trio}} | \${3:\${today}} |`;

const rows = `| Item | Owner | Due | Status |
|------|-------|-----|--------|
| [ ] \${1:What has to be ready} | \${2:\${owner:Product marketing}} | \${3:\${timeboxEnd}} | |`;

const stage = (fallback: string): string => `**Duration:** \${1:1 week}

**Audience:** \${2:${fallback}}

**Exit criteria:**
- [ ] \${3:What has to be true before more people get it}`;

const tiers: readonly FormSection[] = [
  { meaning: 'lagging', body: lagging },
  { meaning: 'core', body: core },
  { meaning: 'leading', body: leading },
  { meaning: 'guardrails', body: guardrails },
];

/** The sections of each kind, in the order in which they are written. */
export const forms: Readonly<Record<Kind, readonly FormSection[]>> = {
  bet: [
    {
      meaning: 'hypothesis',
      body: `**We believe that:**
> \${1:what we are going to do}

**For:**
> \${2:for whom}

**Will result in:**
> \${3:what will be different, best with a number}

**Because:**
> \${4:what we saw that makes us think so}`,
    },
    {
      meaning: 'timebox',
      body: `**Timebox:** \${1:6 weeks}

| Milestone | Date |
|-----------|------|
| Kick-off | \${2:\${today}} |
| Final review | \${3:\${usualEnd}} |`,
    },
    { meaning: 'metrics', body: '' },
    ...tiers.map(each => ({ ...each, under: 'metrics' })),
    { meaning: 'criteria', body: '' },
    ...(['scale', 'iterate', 'kill'] as const).map(each => ({
      meaning: `criteria.${each}`,
      under: 'criteria',
      body: {
        scale: '- ${1:The primary metric is at its target and no guardrail is breached}',
        iterate: '- ${1:The primary metric moves, and we know what holds it back}',
        kill: '- ${1:The primary metric has not moved at the end of the timebox}',
      }[each],
    })),
    { meaning: 'rollout', body: '' },
    { meaning: 'launch', body: '' },
    { meaning: 'retro', body: '' },
    { meaning: 'notes', body: '$1' },
  ],
  metrics: [
    ...tiers,
    {
      meaning: 'alerts',
      body: `| Guardrail | Alert method | Recipient | Response SLA |
|-----------|--------------|-----------|--------------|
| \${1:Error rate} | \${2|Page,Chat,Mail|} | \${3:\${owner:Engineer on call}} | \${4:15 min} |`,
    },
    {
      meaning: 'instrumentation',
      body: `| Metric | Instrumented | Data source | Owner |
|--------|--------------|-------------|-------|
| \${1:Error rate} | \${2|Yes,No|} | \${3:Logs} | \${4:\${owner:Engineer on call}} |`,
    },
    { meaning: 'notes', body: '$1' },
  ],
  rollout: [
    {
      meaning: 'stages',
      body: `| Stage | Audience | Duration | Exit criteria |
|-------|----------|----------|---------------|
| Internal | \${1:Our own team} | \${2:3 days} | \${3:No open bug that loses work} |
| Alpha | \${4:8 customers who forgive us much} | \${5:1 week} | \${6:Most of them got through without help} |
| Beta | \${7:10%} | \${8:2 weeks} | \${9:No guardrail is breached} |
| GA | 100% | ongoing | |`,
    },
    {
      meaning: 'rollback',
      body: `**Rollback owner:** \${1:\${owner:Engineer on call}}

**Rollback triggers:**
- [ ] \${2:Error rate above 1%} → \${3|rollback,pause,investigate|}

**Rollback procedure:**
1. \${4:Turn the flag off}`,
    },
    {
      meaning: 'decisions',
      body: `| Date | Stage | Decision | Rationale | Decided by |
|------|-------|----------|-----------|------------|
| \${1:\${today}} | \${2|Internal,Alpha,Beta|} | \${3|Proceed,Hold,Rollback|} | \${4:Which criteria were met, or were not} | \${5:\${owner:Product trio}} |`,
    },
    { meaning: 'notes', body: '$1' },
  ],
  retro: [
    { meaning: 'metrics', body: '' },
    { meaning: 'primary', under: 'metrics', body: result },
    { meaning: 'secondary', under: 'metrics', body: result },
    { meaning: 'guardrail', under: 'metrics', body: guardrailResult },
    {
      meaning: 'hypothesis',
      body: `**Hypothesis status:** [ ] Confirmed  [ ] Disproved  [ ] Inconclusive

**Evidence summary:**
> \${1:What we saw, and among how many}`,
    },
    { meaning: 'learnings', body: '1. ${1:What we know now and did not know before}' },
    {
      meaning: 'decision',
      body: `**Decision:** [ ] SCALE  [ ] ITERATE  [ ] KILL

**Rationale:**
> \${1:Which of the criteria came true}

**Decided by:** \${2:\${owner:Product trio}}`,
    },
    { meaning: 'nextSteps', body: steps },
    { meaning: 'newHypothesis', body: '$1' },
    { meaning: 'notes', body: '$1' },
  ],
  launch: [
    {
      meaning: 'components',
      body: `| Component | Owner | Status | Due |
|-----------|-------|--------|-----|
| Positioning | \${1:\${owner:Product marketing}} | open | \${2:\${timeboxEnd}} |
| Sales enablement | $1 | open | $2 |
| Documentation | \${3:Technical writer} | open | $2 |
| Support training | \${4:Support lead} | open | $2 |
| Communications | \${5:Marketing} | open | $2 |
| Success playbook | \${6:Customer success} | open | $2 |`,
    },
    { meaning: 'preLaunch', body: rows },
    { meaning: 'launchDay', body: rows },
    { meaning: 'postLaunch', body: rows },
    {
      meaning: 'adoption',
      body: `| Level | Target | Current |
|-------|--------|---------|
| Awareness | \${1:80%} | |
| Trial | \${2:40%} | |
| Adoption | \${3:25%} | |
| Habit | \${4:15%} | |`,
    },
    { meaning: 'notes', body: '$1' },
  ],
  tracks: [
    {
      meaning: 'allocation',
      body: `| Role | Discovery | Delivery |
|------|-----------|----------|
| \${1:Product} | \${2:60%} | \${3:40%} |
| \${4:Engineering} | \${5:30%} | \${6:70%} |`,
    },
    {
      meaning: 'weeks',
      body: `| Week | Discovery | Delivery |
|------|-----------|----------|
| 1-2 | \${1:Interviews} | \${2:Build} |`,
    },
    {
      meaning: 'coordination',
      body: `- **Weekly sync:** \${1:Mondays at ten}
- **Handoff:** \${2:When the riskiest assumption is tested}
- **Learning:** \${3:Results are told to everyone on the next Monday}`,
    },
    { meaning: 'notes', body: '$1' },
  ],
};

/** The four stages under headings of their own. */
export const stageSections: readonly { readonly heading: string; readonly body: string }[] = [
  { heading: 'Stage 0: Internal', body: stage('Our own team') },
  { heading: 'Stage 1: Alpha', body: stage('8 customers who forgive us much') },
  { heading: 'Stage 2: Beta', body: stage('10%') },
  { heading: 'Stage 3: GA', body: '**Duration:** ongoing\n\n**Audience:** 100%' },
];

/** Labels that are offered where no section or only a plain one is open, by kind and section. */
export const usualLabels: Readonly<Record<string, readonly string[]>> = {
  bet: [
    'id',
    'owner',
    'status',
    'category',
    'portfolio',
    'priority',
    'block',
    'opportunity',
    'timebox.start',
    'timebox',
    'hypothesis',
    'shipped',
    'iteration.of',
    'metrics',
    'rollout',
    'retro',
    'launch',
    'mode',
    'tags',
  ],
  'bet hypothesis': ['hypothesis.believe', 'hypothesis.audience', 'hypothesis.outcome', 'hypothesis.because'],
  'bet timebox': ['timebox', 'timebox.start', 'timebox.end'],
  'bet criteria': ['criteria.scale', 'criteria.iterate', 'criteria.kill'],
  'bet fields': ['category', 'portfolio', 'priority', 'block', 'opportunity'],
  metrics: ['id', 'owner', 'mode', 'tags'],
  rollout: ['id', 'bet', 'owner', 'approach', 'flag.name', 'flag.cleanupBy', 'rollback.owner', 'rollback.runbook'],
  'rollout fields': ['bet', 'approach', 'flag.name', 'flag.cleanupBy', 'rollback.runbook'],
  'rollout flag': ['flag.name', 'flag.url', 'flag.cleanupBy', 'flag.cleanedUp'],
  'rollout rollback': ['rollback.owner', 'rollback.triggers', 'rollback.procedure', 'rollback.runbook'],
  'rollout stage': ['duration', 'audience', 'started', 'ended', 'purpose', 'entry', 'exit'],
  'rollout decision': ['date', 'by', 'outcome', 'why'],
  retro: ['id', 'bet', 'scheduled', 'held', 'facilitator', 'attendees', 'timebox.start', 'shipped'],
  'retro fields': ['timebox.start', 'timebox.end', 'shipped', 'timebox'],
  'retro hypothesis': ['hypothesis.result', 'hypothesis.evidence', 'hypothesis.confidence'],
  'retro decision': ['decision.outcome', 'decision.why', 'decision.by', 'decision.dissent'],
  launch: ['id', 'bet', 'owner', 'tier', 'date'],
  tracks: ['id', 'owner', 'start', 'weeks'],
  'tracks coordination': ['coordination.weeklySync', 'coordination.handoff', 'coordination.learning'],
};
