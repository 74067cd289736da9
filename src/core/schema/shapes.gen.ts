// Generated from schemas/ by "npm run generate". Do not edit: change the schema.
import type { Kind } from './kinds.ts';
import type { ObjectShape } from './shape.ts';

const owner: ObjectShape = { type: "object", name: "Owner", shorthand: "name", fields: {
    name: { type: "leaf", reading: "text" },
  } };

const hypothesis: ObjectShape = { type: "object", name: "Hypothesis", shorthand: "text", fields: {
    text: { type: "leaf", reading: "text" },
    believe: { type: "leaf", reading: "text" },
    audience: { type: "leaf", reading: "text" },
    outcome: { type: "leaf", reading: "text" },
    because: { type: "leaf", reading: "text" },
  } };

const timebox: ObjectShape = { type: "object", name: "Timebox", shorthand: "duration", fields: {
    start: { type: "leaf", reading: "date" },
    end: { type: "leaf", reading: "date" },
    duration: { type: "leaf", reading: "duration" },
  } };

const iteration: ObjectShape = { type: "object", name: "Iteration", shorthand: "number", fields: {
    number: { type: "leaf", reading: "integer", minimum: 1 },
    of: { type: "leaf", reading: "reference", target: "bet" },
  } };

const betCriteria: ObjectShape = { type: "object", name: "BetCriteria", fields: {
    scale: { type: 'list', item: { type: "leaf", reading: "text" }, single: true },
    iterate: { type: 'list', item: { type: "leaf", reading: "text" }, single: true },
    kill: { type: 'list', item: { type: "leaf", reading: "text" }, single: true },
  } };

const bet: ObjectShape = { type: "object", name: "Bet", kind: "bet", fields: {
    kind: { type: "leaf", reading: "word", words: ["bet"] },
    id: { type: "leaf", reading: "text" },
    title: { type: "leaf", reading: "text" },
    owner: owner,
    mode: { type: "leaf", reading: "word", words: ["zeroToOne","scaling"], otherWords: {"0→1":"zeroToOne","01":"zeroToOne","0to1":"zeroToOne"} },
    tags: { type: 'list', item: { type: "leaf", reading: "text" }, single: true },
    links: { type: 'map', value: { type: "leaf", reading: "text" } },
    notes: { type: "leaf", reading: "text" },
    status: { type: "leaf", reading: "word", words: ["proposed","shaping","building","rollingOut","measuring","concluded"], otherWords: {"active":"building","inprogress":"building","validated":"concluded","scaled":"concluded","killed":"concluded"} },
    category: { type: "leaf", reading: "word", words: ["valueCreation","growth","platform","trust","moat"] },
    portfolio: { type: "leaf", reading: "word", words: ["core","adjacent","transformational"] },
    priority: { type: "leaf", reading: "word", words: ["P0","P1","P2","P3"] },
    block: { type: "leaf", reading: "text" },
    opportunity: { type: "leaf", reading: "text" },
    hypothesis: hypothesis,
    timebox: timebox,
    shipped: { type: "leaf", reading: "date" },
    iteration: iteration,
    criteria: betCriteria,
    metrics: { type: "embed", kind: "metrics" },
    rollout: { type: "embed", kind: "rollout" },
    retro: { type: "embed", kind: "retro" },
    launch: { type: "embed", kind: "launch" },
  } };

const alert: ObjectShape = { type: "object", name: "Alert", shorthand: "method", fields: {
    method: { type: "leaf", reading: "text" },
    to: { type: "leaf", reading: "text" },
    within: { type: "leaf", reading: "duration" },
  } };

const metricSelection: ObjectShape = { type: "object", name: "MetricSelection", fields: {
    measurable: { type: "leaf", reading: "boolean" },
    actionable: { type: "leaf", reading: "boolean" },
    attributable: { type: "leaf", reading: "boolean" },
    timely: { type: "leaf", reading: "boolean" },
  } };

const reading: ObjectShape = { type: "object", name: "Reading", fields: {
    date: { type: "leaf", reading: "date" },
    value: { type: "leaf", reading: "quantity" },
  } };

const metric: ObjectShape = { type: "object", name: "Metric", shorthand: "name", fields: {
    id: { type: "leaf", reading: "text" },
    name: { type: "leaf", reading: "text" },
    definition: { type: "leaf", reading: "text" },
    primary: { type: "leaf", reading: "boolean" },
    baseline: { type: "leaf", reading: "quantity" },
    target: { type: "leaf", reading: "quantity" },
    current: { type: "leaf", reading: "quantity" },
    threshold: { type: "leaf", reading: "threshold" },
    alertAt: { type: "leaf", reading: "threshold" },
    direction: { type: "leaf", reading: "word", words: ["increase","decrease"], otherWords: {"up":"increase","higher":"increase","higherisbetter":"increase","down":"decrease","lower":"decrease","lowerisbetter":"decrease"} },
    cadence: { type: "leaf", reading: "word", words: ["realTime","daily","weekly","monthly","quarterly","yearly"], otherWords: {"continuous":"realTime","annual":"yearly","annually":"yearly"} },
    drives: { type: 'list', item: { type: "leaf", reading: "reference", target: "metric" }, single: true },
    source: { type: "leaf", reading: "text" },
    instrumented: { type: "leaf", reading: "boolean" },
    owner: owner,
    alert: alert,
    onBreach: { type: "leaf", reading: "word", words: ["investigate","pause","rollback"], otherWords: {"pauserollout":"pause","immediaterollback":"rollback"} },
    selection: metricSelection,
    asOf: { type: "leaf", reading: "date" },
    history: { type: 'either', scalar: { type: "leaf", reading: "text" } as const, list: { type: 'list', item: reading } },
  } };

const metrics: ObjectShape = { type: "object", name: "Metrics", kind: "metrics", fields: {
    kind: { type: "leaf", reading: "word", words: ["metrics"] },
    id: { type: "leaf", reading: "text" },
    title: { type: "leaf", reading: "text" },
    owner: owner,
    mode: { type: "leaf", reading: "word", words: ["zeroToOne","scaling"], otherWords: {"0→1":"zeroToOne","01":"zeroToOne","0to1":"zeroToOne"} },
    tags: { type: 'list', item: { type: "leaf", reading: "text" }, single: true },
    links: { type: 'map', value: { type: "leaf", reading: "text" } },
    notes: { type: "leaf", reading: "text" },
    lagging: { type: 'list', item: metric },
    core: { type: 'list', item: metric },
    leading: { type: 'list', item: metric },
    guardrails: { type: 'list', item: metric },
  } };

const audience: ObjectShape = { type: "object", name: "Audience", shorthand: "text", fields: {
    text: { type: "leaf", reading: "audience" },
    percent: { type: "leaf", reading: "percentage" },
    size: { type: "leaf", reading: "count" },
    segment: { type: "leaf", reading: "text" },
  } };

const checklistItem: ObjectShape = { type: "object", name: "ChecklistItem", required: ["text"], shorthand: "text", fields: {
    text: { type: "leaf", reading: "text" },
    done: { type: "leaf", reading: "boolean" },
    owner: owner,
    due: { type: "leaf", reading: "date" },
    note: { type: "leaf", reading: "text" },
    auto: { type: "leaf", reading: "word", words: ["staged","flagged","instrumented","guarded","gtm","retro","criteria"] },
  } };

const stageDecision: ObjectShape = { type: "object", name: "StageDecision", shorthand: "outcome", fields: {
    date: { type: "leaf", reading: "date" },
    by: { type: "leaf", reading: "text" },
    outcome: { type: "leaf", reading: "word", words: ["proceed","hold","rollback"], otherWords: {"go":"proceed","continue":"proceed","nogo":"hold","wait":"hold"} },
    why: { type: "leaf", reading: "text" },
  } };

const stage: ObjectShape = { type: "object", name: "Stage", shorthand: "stage", fields: {
    stage: { type: "leaf", reading: "text", otherWords: {"internaldogfooding":"internal","dogfooding":"internal","limitedrelease":"beta","generalavailability":"ga","fullrelease":"ga"} },
    audience: audience,
    duration: { type: "leaf", reading: "duration" },
    started: { type: "leaf", reading: "date" },
    ended: { type: "leaf", reading: "date" },
    purpose: { type: "leaf", reading: "text" },
    entry: { type: 'list', item: checklistItem, single: true },
    exit: { type: 'list', item: checklistItem, single: true },
    decision: stageDecision,
  } };

const flag: ObjectShape = { type: "object", name: "Flag", shorthand: "name", fields: {
    name: { type: "leaf", reading: "text" },
    url: { type: "leaf", reading: "text" },
    cleanupBy: { type: "leaf", reading: "date" },
    cleanedUp: { type: "leaf", reading: "dateOrTrue" },
  } };

const trigger: ObjectShape = { type: "object", name: "Trigger", shorthand: "when", fields: {
    metric: { type: "leaf", reading: "reference", target: "metric" },
    when: { type: "leaf", reading: "text" },
    action: { type: "leaf", reading: "word", words: ["investigate","pause","rollback"], contains: true },
  } };

const rolloutRollback: ObjectShape = { type: "object", name: "RolloutRollback", fields: {
    owner: owner,
    runbook: { type: "leaf", reading: "text" },
    procedure: { type: 'list', item: { type: "leaf", reading: "text" }, single: true },
    triggers: { type: 'list', item: trigger, single: true },
  } };

const decisionEntry: ObjectShape = { type: "object", name: "DecisionEntry", fields: {
    date: { type: "leaf", reading: "date" },
    stage: { type: "leaf", reading: "text" },
    outcome: { type: "leaf", reading: "word", words: ["proceed","hold","rollback"], otherWords: {"go":"proceed","continue":"proceed","nogo":"hold","wait":"hold"} },
    why: { type: "leaf", reading: "text" },
    by: { type: "leaf", reading: "text" },
  } };

const rollout: ObjectShape = { type: "object", name: "Rollout", kind: "rollout", fields: {
    kind: { type: "leaf", reading: "word", words: ["rollout"] },
    id: { type: "leaf", reading: "text" },
    title: { type: "leaf", reading: "text" },
    owner: owner,
    mode: { type: "leaf", reading: "word", words: ["zeroToOne","scaling"], otherWords: {"0→1":"zeroToOne","01":"zeroToOne","0to1":"zeroToOne"} },
    tags: { type: 'list', item: { type: "leaf", reading: "text" }, single: true },
    links: { type: 'map', value: { type: "leaf", reading: "text" } },
    notes: { type: "leaf", reading: "text" },
    bet: { type: "leaf", reading: "reference", target: "bet" },
    approach: { type: "leaf", reading: "word", words: ["percentage","segment","optIn","geography"], otherWords: {"staged%":"percentage","staged":"percentage","segmentbased":"segment","optinbeta":"optIn","geographybased":"geography"} },
    stages: { type: 'list', item: stage },
    flag: flag,
    rollback: rolloutRollback,
    decisions: { type: 'list', item: decisionEntry },
  } };

const hypothesisReview: ObjectShape = { type: "object", name: "HypothesisReview", shorthand: "result", fields: {
    result: { type: "leaf", reading: "word", words: ["confirmed","disproved","inconclusive"], otherWords: {"validated":"confirmed","invalidated":"disproved","disproven":"disproved"} },
    evidence: { type: "leaf", reading: "text" },
    confidence: { type: "leaf", reading: "text" },
  } };

const metricResult: ObjectShape = { type: "object", name: "MetricResult", fields: {
    metric: { type: "leaf", reading: "reference", target: "metric", orText: true },
    role: { type: "leaf", reading: "word", words: ["primary","secondary","guardrail"] },
    baseline: { type: "leaf", reading: "quantity" },
    target: { type: "leaf", reading: "quantity" },
    threshold: { type: "leaf", reading: "threshold" },
    actual: { type: "leaf", reading: "quantity" },
    verdict: { type: "leaf", reading: "word", words: ["hit","close","missed","within","alert","breached"], otherWords: {"✅":"hit","🟡":"close","❌":"missed"} },
  } };

const decision: ObjectShape = { type: "object", name: "Decision", shorthand: "outcome", fields: {
    outcome: { type: "leaf", reading: "word", words: ["scale","iterate","kill"], otherWords: {"scaled":"scale","killed":"kill"} },
    why: { type: "leaf", reading: "text" },
    by: { type: "leaf", reading: "text" },
    dissent: { type: "leaf", reading: "text" },
  } };

const retro: ObjectShape = { type: "object", name: "Retro", kind: "retro", fields: {
    kind: { type: "leaf", reading: "word", words: ["retro"] },
    id: { type: "leaf", reading: "text" },
    title: { type: "leaf", reading: "text" },
    owner: owner,
    mode: { type: "leaf", reading: "word", words: ["zeroToOne","scaling"], otherWords: {"0→1":"zeroToOne","01":"zeroToOne","0to1":"zeroToOne"} },
    tags: { type: 'list', item: { type: "leaf", reading: "text" }, single: true },
    links: { type: 'map', value: { type: "leaf", reading: "text" } },
    notes: { type: "leaf", reading: "text" },
    bet: { type: "leaf", reading: "reference", target: "bet" },
    scheduled: { type: "leaf", reading: "date" },
    held: { type: "leaf", reading: "date" },
    timebox: timebox,
    shipped: { type: "leaf", reading: "date" },
    facilitator: { type: "leaf", reading: "text" },
    attendees: { type: 'list', item: { type: "leaf", reading: "text" }, single: true },
    hypothesis: hypothesisReview,
    metrics: { type: 'list', item: metricResult },
    learnings: { type: 'list', item: { type: "leaf", reading: "text" }, single: true },
    decision: decision,
    newHypothesis: { type: "leaf", reading: "text" },
    nextSteps: { type: 'list', item: checklistItem, single: true },
  } };

const component: ObjectShape = { type: "object", name: "Component", shorthand: "status", fields: {
    owner: owner,
    status: { type: "leaf", reading: "word", words: ["open","doing","done","notNeeded"], otherWords: {"notstarted":"open","todo":"open","inprogress":"doing","complete":"done","completed":"done","notapplicable":"notNeeded"} },
    due: { type: "leaf", reading: "date" },
  } };

const launchComponents: ObjectShape = { type: "object", name: "LaunchComponents", fields: {
    positioning: component,
    salesEnablement: component,
    documentation: component,
    supportTraining: component,
    communications: component,
    successPlaybook: component,
  } };

const adoptionLevel: ObjectShape = { type: "object", name: "AdoptionLevel", shorthand: "target", fields: {
    target: { type: "leaf", reading: "percentage" },
    current: { type: "leaf", reading: "percentage" },
  } };

const launchAdoption: ObjectShape = { type: "object", name: "LaunchAdoption", fields: {
    awareness: adoptionLevel,
    trial: adoptionLevel,
    adoption: adoptionLevel,
    habit: adoptionLevel,
  } };

const launch: ObjectShape = { type: "object", name: "Launch", kind: "launch", fields: {
    kind: { type: "leaf", reading: "word", words: ["launch"] },
    id: { type: "leaf", reading: "text" },
    title: { type: "leaf", reading: "text" },
    owner: owner,
    mode: { type: "leaf", reading: "word", words: ["zeroToOne","scaling"], otherWords: {"0→1":"zeroToOne","01":"zeroToOne","0to1":"zeroToOne"} },
    tags: { type: 'list', item: { type: "leaf", reading: "text" }, single: true },
    links: { type: 'map', value: { type: "leaf", reading: "text" } },
    notes: { type: "leaf", reading: "text" },
    bet: { type: "leaf", reading: "reference", target: "bet" },
    tier: { type: "leaf", reading: "word", words: ["1","2","3","4"], otherWords: {"tier1":"1","tier2":"2","tier3":"3","tier4":"4","major":"1","significant":"2","incremental":"3","minor":"4"}, numeric: true },
    date: { type: "leaf", reading: "date" },
    components: launchComponents,
    preLaunch: { type: 'list', item: checklistItem, single: true },
    launchDay: { type: 'list', item: checklistItem, single: true },
    postLaunch: { type: 'list', item: checklistItem, single: true },
    adoption: launchAdoption,
  } };

const entry: ObjectShape = { type: "object", name: "Entry", fields: {
    bet: { type: "leaf", reading: "reference", target: "bet", orText: true },
    activity: { type: "leaf", reading: "text" },
    weeks: { type: "leaf", reading: "weeks" },
  } };

const share: ObjectShape = { type: "object", name: "Share", fields: {
    discovery: { type: "leaf", reading: "percentage" },
    delivery: { type: "leaf", reading: "percentage" },
  } };

const tracksCoordination: ObjectShape = { type: "object", name: "TracksCoordination", fields: {
    weeklySync: { type: "leaf", reading: "text" },
    handoff: { type: "leaf", reading: "text" },
    learning: { type: "leaf", reading: "text" },
  } };

const tracks: ObjectShape = { type: "object", name: "Tracks", kind: "tracks", fields: {
    kind: { type: "leaf", reading: "word", words: ["tracks"] },
    id: { type: "leaf", reading: "text" },
    title: { type: "leaf", reading: "text" },
    owner: owner,
    mode: { type: "leaf", reading: "word", words: ["zeroToOne","scaling"], otherWords: {"0→1":"zeroToOne","01":"zeroToOne","0to1":"zeroToOne"} },
    tags: { type: 'list', item: { type: "leaf", reading: "text" }, single: true },
    links: { type: 'map', value: { type: "leaf", reading: "text" } },
    notes: { type: "leaf", reading: "text" },
    start: { type: "leaf", reading: "date" },
    weeks: { type: "leaf", reading: "integer", minimum: 1 },
    discovery: { type: 'list', item: entry },
    delivery: { type: 'list', item: entry },
    allocation: { type: 'map', value: share },
    coordination: tracksCoordination,
  } };

/** The shape of a whole document of each kind. */
export const documentShapes: Readonly<Record<Kind, ObjectShape>> = {
  bet: bet,
  metrics: metrics,
  rollout: rollout,
  retro: retro,
  launch: launch,
  tracks: tracks,
};
