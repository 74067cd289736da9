/** A bet that is measuring: one of each tier, all with values, and a rollout at its end. */
export const measuredYaml = `# Free coffee, second cup.
kind: bet
id: BET-031
title: Second cup free
owner: Amara Nwosu
status: measuring # since October
category: growth
hypothesis:
  believe: giving the second coffee away
  audience: commuters
  outcome: more of them return, 9% in place of 6%
  because: receipts say so
timebox: { start: 2026-09-07, end: 2026-11-02 }
shipped: 2026-10-01
criteria: { scale: [9% or more], iterate: [above 7%], kill: [below 7%] }
metrics:
  lagging:
    - { id: revenue, name: Revenue, cadence: quarterly, baseline: $4.2M, target: $5M, current: $4.4M, source: Ledger }
  core:
    - id: returns # the one
      name: Afternoon returns
      primary: true
      baseline: 6%
      target: 9%
      current: 8%
      drives: [revenue]
      source: Tills
  leading:
    - { name: Coupons kept, baseline: 31%, target: 50%, current: 52%, drives: [returns], source: Tills }
  guardrails:
    - { id: queue, name: Queue, threshold: < 6 min, alertAt: 5 min, current: 4 min, onBreach: pause, alert: page, source: Camera }
retro:
  scheduled: 2026-11-20
  facilitator: Ines
`;

export const measuredMarkdown = `# Bet: Second cup free

**ID:** BET-031  
**Owner:** Amara Nwosu  
**Status:** measuring  
**Category:** growth  
**Timebox:** 8 weeks  
**Started:** 2026-09-07  
**Shipped:** 2026-10-01

We liked this one from the start.

## Hypothesis

> We believe that a free cup will result in more commuters returning, 9% in place of 6%.

## Metrics

### Core metrics

| Metric | Baseline | Target | Current |
|---|---|---|---|
| Afternoon returns | 6% | 9% | 8% |

### Guardrail metrics

| Metric | Threshold | Current |
|---|---|---|
| Queue | < 6 min | 4 min |

## Retro

**Scheduled:** 2026-11-20

<!-- bring cake -->

## Notes

Coffee is bought in May.
`;

/** A rollout of its own in beta, whose gate is open. */
export const rolloutYaml = `kind: rollout
id: RO-031
title: Second cup free
bet: BET-031
stages:
  - stage: internal
    audience: Us
    duration: 1 day
    started: 2026-09-01
    ended: 2026-09-03
    exit: [{ text: It prints, done: true }]
  - stage: beta # a tenth
    audience: 10%
    duration: 1 week
    started: 2026-09-04
    exit:
      - { text: Returns rise, done: true }

  - stage: ga
    audience: 100%
    duration: ongoing
flag: second-cup
rollback:
  owner: Ines
  triggers: [{ when: It loses money, action: rollback }]
# the log
decisions:
  - { date: 2026-09-03, stage: internal, outcome: proceed, why: It printed, by: Ines }
`;

export const rolloutMarkdown = `# Rollout: Second cup free

**ID:** RO-031  
**Owner:** Ines

## Stage 0: Internal

**Duration:** 1 day  
**Started:** 2026-09-01  
**Ended:** 2026-09-03

**Exit criteria:**

- [x] It prints

## Stage 1: Beta (10%)

**Duration:** 1 week  
**Started:** 2026-09-04

**Exit criteria:**

- [x] Returns rise

## Stage 2: GA

**Audience:** 100% of users

## Decision log

| Date | Stage | Decision | Rationale | Decided by |
|------|-------|----------|-----------|------------|
| 2026-09-03 | Internal | Proceed | It printed | Ines |

That was quick.
`;
