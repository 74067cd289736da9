// Generated from schemas/ by "npm run generate". Do not edit: change the schema.
import type {
  AudienceValue,
  BooleanValue,
  DateValue,
  DurationValue,
  ListValue,
  MapValue,
  NumberValue,
  ObjectValue,
  QuantityValue,
  ReferenceValue,
  TextValue,
  ThresholdValue,
  WordValue,
} from './located.ts';

export interface Owner extends ObjectValue {
  readonly name?: TextValue;
}

export interface Hypothesis extends ObjectValue {
  readonly text?: TextValue;
  readonly believe?: TextValue;
  readonly audience?: TextValue;
  readonly outcome?: TextValue;
  readonly because?: TextValue;
}

export interface Timebox extends ObjectValue {
  readonly start?: DateValue;
  readonly end?: DateValue;
  readonly duration?: DurationValue;
}

export interface Iteration extends ObjectValue {
  readonly number?: NumberValue;
  readonly of?: ReferenceValue;
}

export interface BetCriteria extends ObjectValue {
  readonly scale?: ListValue<TextValue>;
  readonly iterate?: ListValue<TextValue>;
  readonly kill?: ListValue<TextValue>;
}

export interface Bet extends ObjectValue {
  readonly kind?: WordValue<'bet'>;
  readonly id?: TextValue;
  readonly title?: TextValue;
  readonly owner?: Owner;
  readonly mode?: WordValue<'zeroToOne' | 'scaling'>;
  readonly tags?: ListValue<TextValue>;
  readonly links?: MapValue<TextValue>;
  readonly notes?: TextValue;
  readonly status?: WordValue<'proposed' | 'shaping' | 'building' | 'rollingOut' | 'measuring' | 'concluded'>;
  readonly category?: WordValue<'valueCreation' | 'growth' | 'platform' | 'trust' | 'moat'>;
  readonly portfolio?: WordValue<'core' | 'adjacent' | 'transformational'>;
  readonly priority?: WordValue<'P0' | 'P1' | 'P2' | 'P3'>;
  readonly block?: TextValue;
  readonly opportunity?: TextValue;
  readonly hypothesis?: Hypothesis;
  readonly timebox?: Timebox;
  readonly shipped?: DateValue;
  readonly iteration?: Iteration;
  readonly criteria?: BetCriteria;
  readonly metrics?: ReferenceValue | Metrics;
  readonly rollout?: ReferenceValue | Rollout;
  readonly retro?: ReferenceValue | Retro;
  readonly launch?: ReferenceValue | Launch;
}

export interface Alert extends ObjectValue {
  readonly method?: TextValue;
  readonly to?: TextValue;
  readonly within?: DurationValue;
}

export interface MetricSelection extends ObjectValue {
  readonly measurable?: BooleanValue;
  readonly actionable?: BooleanValue;
  readonly attributable?: BooleanValue;
  readonly timely?: BooleanValue;
}

export interface Reading extends ObjectValue {
  readonly date?: DateValue;
  readonly value?: QuantityValue;
}

export interface Metric extends ObjectValue {
  readonly id?: TextValue;
  readonly name?: TextValue;
  readonly definition?: TextValue;
  readonly primary?: BooleanValue;
  readonly baseline?: QuantityValue;
  readonly target?: QuantityValue;
  readonly current?: QuantityValue;
  readonly threshold?: ThresholdValue;
  readonly alertAt?: ThresholdValue;
  readonly direction?: WordValue<'increase' | 'decrease'>;
  readonly cadence?: WordValue<'realTime' | 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly'>;
  readonly drives?: ListValue<ReferenceValue>;
  readonly source?: TextValue;
  readonly instrumented?: BooleanValue;
  readonly owner?: Owner;
  readonly alert?: Alert;
  readonly onBreach?: WordValue<'investigate' | 'pause' | 'rollback'>;
  readonly selection?: MetricSelection;
  readonly asOf?: DateValue;
  readonly history?: TextValue | ListValue<Reading>;
}

export interface Metrics extends ObjectValue {
  readonly kind?: WordValue<'metrics'>;
  readonly id?: TextValue;
  readonly title?: TextValue;
  readonly owner?: Owner;
  readonly mode?: WordValue<'zeroToOne' | 'scaling'>;
  readonly tags?: ListValue<TextValue>;
  readonly links?: MapValue<TextValue>;
  readonly notes?: TextValue;
  readonly lagging?: ListValue<Metric>;
  readonly core?: ListValue<Metric>;
  readonly leading?: ListValue<Metric>;
  readonly guardrails?: ListValue<Metric>;
}

export interface Audience extends ObjectValue {
  readonly text?: AudienceValue;
  readonly percent?: NumberValue;
  readonly size?: NumberValue;
  readonly segment?: TextValue;
}

export interface ChecklistItem extends ObjectValue {
  readonly text?: TextValue;
  readonly done?: BooleanValue;
  readonly owner?: Owner;
  readonly due?: DateValue;
  readonly note?: TextValue;
  readonly auto?: WordValue<'staged' | 'flagged' | 'instrumented' | 'guarded' | 'gtm' | 'retro' | 'criteria'>;
}

export interface StageDecision extends ObjectValue {
  readonly date?: DateValue;
  readonly by?: TextValue;
  readonly outcome?: WordValue<'proceed' | 'hold' | 'rollback'>;
  readonly why?: TextValue;
}

export interface Stage extends ObjectValue {
  readonly stage?: TextValue;
  readonly audience?: Audience;
  readonly duration?: DurationValue;
  readonly started?: DateValue;
  readonly ended?: DateValue;
  readonly purpose?: TextValue;
  readonly entry?: ListValue<ChecklistItem>;
  readonly exit?: ListValue<ChecklistItem>;
  readonly decision?: StageDecision;
}

export interface Flag extends ObjectValue {
  readonly name?: TextValue;
  readonly url?: TextValue;
  readonly cleanupBy?: DateValue;
  readonly cleanedUp?: DateValue;
}

export interface Trigger extends ObjectValue {
  readonly metric?: ReferenceValue;
  readonly when?: TextValue;
  readonly action?: WordValue<'investigate' | 'pause' | 'rollback'>;
}

export interface RolloutRollback extends ObjectValue {
  readonly owner?: Owner;
  readonly runbook?: TextValue;
  readonly procedure?: ListValue<TextValue>;
  readonly triggers?: ListValue<Trigger>;
}

export interface DecisionEntry extends ObjectValue {
  readonly date?: DateValue;
  readonly stage?: TextValue;
  readonly outcome?: WordValue<'proceed' | 'hold' | 'rollback'>;
  readonly why?: TextValue;
  readonly by?: TextValue;
}

export interface Rollout extends ObjectValue {
  readonly kind?: WordValue<'rollout'>;
  readonly id?: TextValue;
  readonly title?: TextValue;
  readonly owner?: Owner;
  readonly mode?: WordValue<'zeroToOne' | 'scaling'>;
  readonly tags?: ListValue<TextValue>;
  readonly links?: MapValue<TextValue>;
  readonly notes?: TextValue;
  readonly bet?: ReferenceValue;
  readonly approach?: WordValue<'percentage' | 'segment' | 'optIn' | 'geography'>;
  readonly stages?: ListValue<Stage>;
  readonly flag?: Flag;
  readonly rollback?: RolloutRollback;
  readonly decisions?: ListValue<DecisionEntry>;
}

export interface HypothesisReview extends ObjectValue {
  readonly result?: WordValue<'confirmed' | 'disproved' | 'inconclusive'>;
  readonly evidence?: TextValue;
  readonly confidence?: TextValue;
}

export interface MetricResult extends ObjectValue {
  readonly metric?: ReferenceValue;
  readonly role?: WordValue<'primary' | 'secondary' | 'guardrail'>;
  readonly baseline?: QuantityValue;
  readonly target?: QuantityValue;
  readonly threshold?: ThresholdValue;
  readonly actual?: QuantityValue;
  readonly verdict?: WordValue<'hit' | 'close' | 'missed' | 'within' | 'alert' | 'breached'>;
}

export interface Decision extends ObjectValue {
  readonly outcome?: WordValue<'scale' | 'iterate' | 'kill'>;
  readonly why?: TextValue;
  readonly by?: TextValue;
  readonly dissent?: TextValue;
}

export interface Retro extends ObjectValue {
  readonly kind?: WordValue<'retro'>;
  readonly id?: TextValue;
  readonly title?: TextValue;
  readonly owner?: Owner;
  readonly mode?: WordValue<'zeroToOne' | 'scaling'>;
  readonly tags?: ListValue<TextValue>;
  readonly links?: MapValue<TextValue>;
  readonly notes?: TextValue;
  readonly bet?: ReferenceValue;
  readonly scheduled?: DateValue;
  readonly held?: DateValue;
  readonly timebox?: Timebox;
  readonly shipped?: DateValue;
  readonly facilitator?: TextValue;
  readonly attendees?: ListValue<TextValue>;
  readonly hypothesis?: HypothesisReview;
  readonly metrics?: ListValue<MetricResult>;
  readonly learnings?: ListValue<TextValue>;
  readonly decision?: Decision;
  readonly newHypothesis?: TextValue;
  readonly nextSteps?: ListValue<ChecklistItem>;
}

export interface Component extends ObjectValue {
  readonly owner?: Owner;
  readonly status?: WordValue<'open' | 'doing' | 'done' | 'notNeeded'>;
  readonly due?: DateValue;
}

export interface LaunchComponents extends ObjectValue {
  readonly positioning?: Component;
  readonly salesEnablement?: Component;
  readonly documentation?: Component;
  readonly supportTraining?: Component;
  readonly communications?: Component;
  readonly successPlaybook?: Component;
}

export interface AdoptionLevel extends ObjectValue {
  readonly target?: NumberValue;
  readonly current?: NumberValue;
}

export interface LaunchAdoption extends ObjectValue {
  readonly awareness?: AdoptionLevel;
  readonly trial?: AdoptionLevel;
  readonly adoption?: AdoptionLevel;
  readonly habit?: AdoptionLevel;
}

export interface Launch extends ObjectValue {
  readonly kind?: WordValue<'launch'>;
  readonly id?: TextValue;
  readonly title?: TextValue;
  readonly owner?: Owner;
  readonly mode?: WordValue<'zeroToOne' | 'scaling'>;
  readonly tags?: ListValue<TextValue>;
  readonly links?: MapValue<TextValue>;
  readonly notes?: TextValue;
  readonly bet?: ReferenceValue;
  readonly tier?: NumberValue;
  readonly date?: DateValue;
  readonly components?: LaunchComponents;
  readonly preLaunch?: ListValue<ChecklistItem>;
  readonly launchDay?: ListValue<ChecklistItem>;
  readonly postLaunch?: ListValue<ChecklistItem>;
  readonly adoption?: LaunchAdoption;
}

export interface Entry extends ObjectValue {
  readonly bet?: ReferenceValue;
  readonly activity?: TextValue;
  readonly weeks?: TextValue;
}

export interface Share extends ObjectValue {
  readonly discovery?: NumberValue;
  readonly delivery?: NumberValue;
}

export interface TracksCoordination extends ObjectValue {
  readonly weeklySync?: TextValue;
  readonly handoff?: TextValue;
  readonly learning?: TextValue;
}

export interface Tracks extends ObjectValue {
  readonly kind?: WordValue<'tracks'>;
  readonly id?: TextValue;
  readonly title?: TextValue;
  readonly owner?: Owner;
  readonly mode?: WordValue<'zeroToOne' | 'scaling'>;
  readonly tags?: ListValue<TextValue>;
  readonly links?: MapValue<TextValue>;
  readonly notes?: TextValue;
  readonly start?: DateValue;
  readonly weeks?: NumberValue;
  readonly discovery?: ListValue<Entry>;
  readonly delivery?: ListValue<Entry>;
  readonly allocation?: MapValue<Share>;
  readonly coordination?: TracksCoordination;
}

/** The model of a whole document of each kind. */
export interface Models {
  readonly bet: Bet;
  readonly metrics: Metrics;
  readonly rollout: Rollout;
  readonly retro: Retro;
  readonly launch: Launch;
  readonly tracks: Tracks;
}
