import type { AnyArtifact } from '../model/artifact.ts';
import type { FileModel } from '../model/file-model.ts';
import { hasPlaceFor } from '../model/form.ts';
import type { MarkdownForm } from '../model/markdown/interpret.ts';
import { betCase, betsOf, type BetCase } from '../workspace/bet-case.ts';
import type { Lookup } from '../workspace/lookup.ts';
import { embeddedParts, standalonePart, type Part } from '../workspace/part.ts';
import type { Mode, Settings, Severity } from '../workspace/settings.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Finding } from './finding.ts';
import { placeholder } from './document/placeholder.ts';
import { rules, type AnyRule } from './index.ts';
import { metricsCase } from './metrics-case.ts';
import type { PartCase } from './part-case.ts';
import { lowerFor, severityOf } from './severity.ts';
import type { Report, RuleContext, SubjectName, Subjects } from './rule.ts';

/**
 * Everything that the rules say about what stands in a file. A finding may stand in another file than the subject's:
 * where it can be mended.
 */
export function judgeFile(model: FileModel, lookup: Lookup, settings: Settings): readonly Finding[] {
  const context: RuleContext = { lookup, today: settings.today, settings };
  const findings: Finding[] = [];

  /** `whole` is what the rules see that also speak of concluded bets; the others see `subject`. */
  function judge<About extends SubjectName>(
    about: About,
    subject: Subjects[About],
    owner: Owner,
    whole: Subjects[About] = subject,
  ): void {
    for (const rule of rulesAbout.get(about) ?? []) {
      if (owner.concluded && rule.alsoConcluded !== true) continue;
      if (rule.asksFor !== undefined && !hasPlaceFor(owner.form, rule.asksFor)) continue;
      const own = severityOf(rule, owner.mode, settings);
      if (own === 'off') continue;
      // The table is grouped by what its rules are about, so that subject and rule always fit.
      const reports = (rule.check as (subject: Subjects[About], context: RuleContext) => readonly Report[])(
        rule.alsoConcluded === true ? whole : subject,
        context,
      );
      for (const report of reports) {
        const severity =
          settings.severities[rule.id] === undefined && report.severity !== undefined
            ? lowerFor(report.severity, rule, owner.mode)
            : own;
        if (severity !== 'off') findings.push(findingOf(rule.id, severity, report, owner));
      }
    }
  }

  /** `bets` are those that the part belongs to. */
  function judgePart(part: Part, bets: readonly BetCase[]): void {
    // What is shared with a concluded bet is judged for the others.
    const open = bets.filter(bet => bet.status !== 'concluded');
    const judgedFor = open.length === 0 ? bets : open;
    const owner = ownerOf(part, judgedFor, settings);
    const subject = { part, model: part.model, bets: judgedFor };
    const whole = { ...subject, bets };
    if (isCaseOf(subject, 'metrics')) judge('metrics', metricsCase(subject), owner);
    else if (isCaseOf(subject, 'rollout') && isCaseOf(whole, 'rollout')) judge('rollout', subject, owner, whole);
    else if (isCaseOf(subject, 'retro') && isCaseOf(whole, 'retro')) judge('retro', subject, owner, whole);
    else if (isCaseOf(subject, 'launch') && isCaseOf(whole, 'launch')) judge('launch', subject, owner, whole);
    else if (isCaseOf(subject, 'tracks')) judge('tracks', subject, owner);
  }

  for (const broken of model.broken)
    judge('broken', broken, { file: model.file, concluded: false, mode: settings.mode });
  for (const template of model.templates) {
    const severity = severityOf(placeholder, settings.mode, settings);
    if (severity !== 'off')
      findings.push(
        findingOf(placeholder.id, severity, template, { file: model.file, concluded: false, mode: settings.mode }),
      );
  }
  for (const artifact of model.artifacts) {
    judge('artifact', artifact, {
      file: model.file,
      artifact: artifact.id,
      concluded: false,
      mode: modeOf(artifact) ?? settings.mode,
    });
    if (artifact.kind !== 'bet') {
      const part = standalonePart(artifact);
      judgePart(part, betsOf(part, lookup, settings));
      continue;
    }
    const bet = betCase(artifact, lookup, settings);
    judge('bet', bet, {
      file: model.file,
      artifact: artifact.id,
      concluded: bet.status === 'concluded',
      mode: bet.mode,
      ...(artifact.form && { form: artifact.form }),
    });
    for (const part of embeddedParts(artifact)) judgePart(part, [bet]);
  }
  return findings;
}

function isCaseOf<K extends Kind>(subject: PartCase<Kind>, kind: K): subject is PartCase<K> {
  return subject.part.kind === kind;
}

/** Whose finding it is, and what follows from that. */
interface Owner {
  readonly file: string;
  readonly artifact?: string;
  readonly concluded: boolean;
  readonly mode: Mode;
  /** How the bet is written that it stands in, where that is Markdown. */
  readonly form?: MarkdownForm;
}

const rulesAbout = bySubject(rules);

function bySubject(table: readonly AnyRule[]): ReadonlyMap<SubjectName, readonly AnyRule[]> {
  const groups = new Map<SubjectName, AnyRule[]>();
  for (const rule of table) {
    const group = groups.get(rule.about);
    if (group) group.push(rule);
    else groups.set(rule.about, [rule]);
  }
  return groups;
}

/** Judged once: in its own mode, else the strictest of its bets'; what a concluded bet alone owns is not judged any more. */
function ownerOf(part: Part, bets: readonly BetCase[], settings: Settings): Owner {
  const fromBets = bets.length === 0 ? undefined : bets.some(bet => bet.mode === 'scaling') ? 'scaling' : 'zeroToOne';
  return {
    file: part.file,
    artifact: part.embedded ? part.holder.id : (part.id ?? part.holder.id),
    concluded: bets.length > 0 && bets.every(bet => bet.status === 'concluded'),
    mode: part.model.mode?.word ?? fromBets ?? settings.mode,
    ...(part.holder.form && { form: part.holder.form }),
  };
}

function modeOf(artifact: AnyArtifact): Mode | undefined {
  return artifact.model.mode?.word;
}

function findingOf(rule: string, severity: Severity, report: Report, owner: Owner): Finding {
  return {
    rule,
    severity,
    message: report.message,
    file: report.file ?? owner.file,
    span: report.span,
    ...(owner.artifact !== undefined && { artifact: owner.artifact }),
    ...(report.related && { related: report.related }),
    ...(report.fixes && report.fixes.length > 0 && { fixes: report.fixes }),
    ...(report.lens !== undefined && { lens: report.lens }),
    ...(report.moment && { moment: report.moment }),
  };
}
