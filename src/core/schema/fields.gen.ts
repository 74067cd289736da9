// Generated from schemas/ by "npm run generate". Do not edit: change the schema.
import type { FieldInfo } from './shape.ts';

/** What is said of each field: by the name of its object, then by its own. */
export const fieldInfos: Readonly<Record<string, Readonly<Record<string, FieldInfo>>>> = {
 "Owner": {
  "name": {
   "description": "The name or the role of the owner.",
   "examples": [
    "Maria Lind",
    "PMM"
   ],
   "fallback": "none"
  }
 },
 "Hypothesis": {
  "text": {
   "description": "The hypothesis as one sentence.",
   "examples": [
    "We believe that saved carts will bring back one buyer in ten."
   ],
   "fallback": "the parts, joined"
  },
  "believe": {
   "description": "What you are going to do.",
   "examples": [
    "We offer saved carts on every device"
   ],
   "fallback": "found in `text` where it can be"
  },
  "audience": {
   "description": "For whom you do it.",
   "examples": [
    "returning buyers on mobile"
   ],
   "fallback": "found in `text` where it can be"
  },
  "outcome": {
   "description": "What will change if you are right, best with a number.",
   "examples": [
    "repeat purchases rise from 8% to 10%"
   ],
   "fallback": "found in `text` where it can be"
  },
  "because": {
   "description": "Why you think so: interviews, data, earlier bets.",
   "examples": [
    "four in ten carts are filled on one device and paid on another"
   ],
   "fallback": "found in `text` where it can be"
  }
 },
 "Timebox": {
  "start": {
   "description": "The first day of work on the bet.",
   "examples": [
    "2026-09-07"
   ],
   "fallback": "none"
  },
  "end": {
   "description": "The day on which the timebox is over and a decision is due.",
   "examples": [
    "2026-10-30"
   ],
   "fallback": "`start` and `duration` together"
  },
  "duration": {
   "description": "How long the timebox is, counted from its start.",
   "examples": [
    "8w",
    "6 weeks"
   ],
   "fallback": "the time between `start` and `end`"
  }
 },
 "Iteration": {
  "number": {
   "description": "The number of the round, the first being 1.",
   "examples": [
    2
   ],
   "fallback": "1"
  },
  "of": {
   "title": "iteration of",
   "description": "The bet of the round before. Its hypothesis must differ from this one, or nothing new is being tested.",
   "examples": [
    "BET-009"
   ],
   "fallback": "none"
  }
 },
 "BetCriteria": {
  "scale": {
   "description": "What would make you invest more.",
   "examples": [
    [
     "Activation reaches 45% and no guardrail is breached"
    ],
    "Activation reaches 45%"
   ],
   "fallback": "[]"
  },
  "iterate": {
   "description": "What would make you change the solution and try once more.",
   "examples": [
    [
     "Activation lands between 38% and 45%"
    ],
    "The number moves, but stays under the target"
   ],
   "fallback": "[]"
  },
  "kill": {
   "description": "What would make you stop. A bet without it is a project.",
   "examples": [
    [
     "Activation stays under 34% after six weeks"
    ],
    "Nobody finishes the setup"
   ],
   "fallback": "[]"
  }
 },
 "Bet": {
  "kind": {
   "description": "Says that this document is a bet. Needed where the file name does not say it already.",
   "examples": [
    "bet"
   ],
   "fallback": "the kind that the file name says: `bet` in a file whose name ends in `.bet.yaml`, `.bet.yml` or `.bet.md`"
  },
  "id": {
   "description": "The name by which other documents refer to this one. It must be the only one of its kind in the workspace, so that a reference always means one thing.",
   "examples": [
    "BET-012",
    "RO-012"
   ],
   "fallback": "the file's name without its suffix"
  },
  "title": {
   "description": "What people call it in a meeting. It stands in the tree, in previews and in reports.",
   "examples": [
    "Guided onboarding",
    "Faster checkout for returning buyers"
   ],
   "fallback": "the first fitting heading in Markdown, else the id"
  },
  "owner": {
   "description": "The one person or role that answers for it. What nobody owns is nobody's to finish.",
   "examples": [
    "Maria Lind",
    "Tech lead",
    {
     "name": "Maria Lind"
    }
   ],
   "fallback": "none"
  },
  "mode": {
   "description": "How formal delivery has to be here. In `zeroToOne` some findings are lowered by one step, because a young product learns faster than it documents.",
   "examples": [
    "zeroToOne"
   ],
   "fallback": "the mode of its bet, else of the setting `betwright.mode`, else `scaling`",
   "words": {
    "zeroToOne": "A new product that still looks for its fit: speed comes before ceremony.",
    "scaling": "A product with users to protect: every rule holds in full."
   }
  },
  "tags": {
   "description": "Words of your own to filter and group by.",
   "examples": [
    [
     "onboarding",
     "mobile"
    ],
    "onboarding"
   ],
   "fallback": "[]"
  },
  "links": {
   "description": "Pages that belong to it, each under a name: the dashboard, the brief, the design file.",
   "examples": [
    {
     "Dashboard": "https://example.com/dashboards/onboarding",
     "Brief": "[Solution brief](docs/brief.md)"
    }
   ],
   "fallback": "{}"
  },
  "notes": {
   "description": "Anything else worth keeping beside it. Shown as it is, and judged by no rule.",
   "examples": [
    "Agreed with support that tickets are tagged `onboarding` from the first day."
   ],
   "fallback": "none"
  },
  "status": {
   "description": "Where the bet stands. Rules ask for more the further it is.",
   "examples": [
    "building"
   ],
   "fallback": "inferred: `concluded` with a decision, `measuring` once shipped, `rollingOut` once a stage after internal has started, `building` once the timebox has begun, else `proposed`",
   "words": {
    "proposed": "An idea with a hypothesis; nobody works on it yet.",
    "shaping": "Discovery: the solution is being found and its riskiest assumptions are tested.",
    "building": "Delivery has begun and the timebox runs.",
    "rollingOut": "Some stage beyond internal use has started.",
    "measuring": "Shipped; the numbers are being watched until the retrospective.",
    "concluded": "Decided: scaled, iterated upon or killed."
   }
  },
  "category": {
   "description": "What kind of value the bet is after. It lets a portfolio be balanced and learnings be found again.",
   "examples": [
    "growth"
   ],
   "fallback": "none",
   "words": {
    "valueCreation": "A new ability that solves a problem customers have.",
    "growth": "More people reached, activated or expanded.",
    "platform": "Foundations: scale, speed or efficiency.",
    "trust": "Security, reliability, performance or compliance.",
    "moat": "Something others will find hard to copy."
   }
  },
  "portfolio": {
   "description": "How far the bet is from what the product already does well.",
   "examples": [
    "adjacent"
   ],
   "fallback": "none",
   "words": {
    "core": "An incremental step on proven ground.",
    "adjacent": "Related to what exists, with moderate risk.",
    "transformational": "New ground with high risk."
   }
  },
  "priority": {
   "description": "How urgent the bet is. More than three open P0 bets means that nothing is first.",
   "examples": [
    "P1"
   ],
   "fallback": "none",
   "words": {
    "P0": "Committed: it starts now or is under way.",
    "P1": "Next up.",
    "P2": "Wanted, not yet planned.",
    "P3": "Kept in mind."
   }
  },
  "block": {
   "description": "The part of the product that the bet changes.",
   "examples": [
    "Onboarding",
    "Billing"
   ],
   "fallback": "none"
  },
  "opportunity": {
   "description": "The customer need behind the bet: a sentence, or a link to where it was found and validated.",
   "examples": [
    "https://example.com/opportunities/31",
    "[New teams never invite a second person](docs/opportunities.md)"
   ],
   "fallback": "none"
  },
  "hypothesis": {
   "description": "What you believe will happen, and for whom. Everything else in the bet exists to find out whether it is true.",
   "examples": [
    "We believe that a three-step setup for new admins will raise activation to 45%.",
    {
     "believe": "a three-step setup replaces the empty start page",
     "audience": "admins of new teams",
     "outcome": "activation rises from 31% to 45%",
     "because": "nine of twelve interviewed admins did not know where to begin"
    }
   ],
   "fallback": "none"
  },
  "timebox": {
   "description": "How long the bet may take before somebody has to decide. Without an end, a bet lives on unjudged.",
   "examples": [
    "8w",
    {
     "start": "2026-09-07",
     "end": "2026-10-30"
    },
    {
     "start": "2026-09-07",
     "duration": "8w"
    }
   ],
   "fallback": "none"
  },
  "shipped": {
   "description": "The day it reached customers for good. From here on, not measuring is an error.",
   "examples": [
    "2026-10-12"
   ],
   "fallback": "the start of the GA stage of its rollout"
  },
  "iteration": {
   "description": "Which round of the same idea this is. After three rounds it is time to scale or to kill.",
   "examples": [
    2,
    {
     "number": 2,
     "of": "BET-009"
    }
   ],
   "fallback": "the first round"
  },
  "criteria": {
   "description": "What would make the team scale, iterate or kill, agreed before the results are in. Agreed afterwards, any result looks like success.",
   "examples": [
    {
     "scale": [
      "Activation reaches 45%"
     ],
     "iterate": [
      "Activation between 38% and 45%"
     ],
     "kill": [
      "Activation under 34% after six weeks"
     ]
    }
   ],
   "fallback": "none"
  },
  "metrics": {
   "description": "The numbers that decide the bet: a hierarchy written here, or the id of one.",
   "examples": [
    "MX-ONBOARDING",
    {
     "core": [
      {
       "name": "Activation rate",
       "target": "45%"
      }
     ]
    }
   ],
   "fallback": "none"
  },
  "rollout": {
   "description": "How it reaches customers in stages: a plan written here, or the id of one.",
   "examples": [
    "RO-012",
    {
     "stages": [
      {
       "stage": "internal",
       "duration": "3d"
      },
      {
       "stage": "beta",
       "audience": "10%"
      }
     ]
    }
   ],
   "fallback": "none"
  },
  "retro": {
   "description": "The retrospective that ends the bet: written here, or the id of one.",
   "examples": [
    "RT-012",
    {
     "scheduled": "2026-11-02"
    }
   ],
   "fallback": "none"
  },
  "launch": {
   "description": "What sales, support, docs and marketing do for it: a checklist written here, or the id of one.",
   "examples": [
    "LA-012",
    {
     "tier": 2,
     "date": "2026-10-12"
    }
   ],
   "fallback": "none"
  }
 },
 "Alert": {
  "method": {
   "description": "The way the alert reaches people.",
   "examples": [
    "Pager",
    "Chat channel"
   ],
   "fallback": "none"
  },
  "to": {
   "description": "Who gets the alert.",
   "examples": [
    "Engineer on call"
   ],
   "fallback": "none"
  },
  "within": {
   "description": "How soon somebody has to react.",
   "examples": [
    "15 min",
    "4h"
   ],
   "fallback": "none"
  }
 },
 "MetricSelection": {
  "measurable": {
   "description": "Whether it can be tracked at all.",
   "examples": [
    true
   ],
   "fallback": "not said"
  },
  "actionable": {
   "description": "Whether the team's work can move it.",
   "examples": [
    true
   ],
   "fallback": "not said"
  },
  "attributable": {
   "description": "Whether a change can be traced to the bet.",
   "examples": [
    true
   ],
   "fallback": "not said"
  },
  "timely": {
   "description": "Whether the signal comes early enough to decide.",
   "examples": [
    true
   ],
   "fallback": "not said"
  }
 },
 "Reading": {
  "date": {
   "description": "The day of the reading.",
   "examples": [
    "2026-10-12"
   ],
   "fallback": "none"
  },
  "value": {
   "description": "What was read.",
   "examples": [
    "38%"
   ],
   "fallback": "none"
  }
 },
 "Metric": {
  "id": {
   "description": "A short name that other fields refer to.",
   "examples": [
    "activation-rate"
   ],
   "fallback": "the name in lower case with hyphens"
  },
  "name": {
   "description": "What the number is called.",
   "examples": [
    "Activation rate",
    "Error rate"
   ],
   "fallback": "none"
  },
  "definition": {
   "description": "How the number is counted, so that two people counting get the same.",
   "examples": [
    "Share of new teams that invite a second person within seven days"
   ],
   "fallback": "none"
  },
  "primary": {
   "description": "Whether this is the metric that decides the bet.",
   "examples": [
    true
   ],
   "fallback": "true for the only core metric, else false"
  },
  "baseline": {
   "description": "Where the number stood before the bet. Without it nobody can say how far it moved.",
   "examples": [
    "31%",
    "1.2 s"
   ],
   "fallback": "none"
  },
  "target": {
   "description": "Where the number should be for the bet to count as won.",
   "examples": [
    "45%",
    "+5pp",
    "$4.2M"
   ],
   "fallback": "none"
  },
  "current": {
   "description": "Where the number stands now.",
   "examples": [
    "38%",
    "4,200"
   ],
   "fallback": "the last row of `history`"
  },
  "threshold": {
   "description": "The line a guardrail must not cross.",
   "examples": [
    "< 2%",
    "<= baseline + 1pp",
    "P95 < 300ms"
   ],
   "fallback": "none"
  },
  "alertAt": {
   "title": "alert at",
   "description": "The line at which somebody is warned, before the threshold is reached.",
   "examples": [
    "> 1.5%",
    "1.5%"
   ],
   "fallback": "none"
  },
  "direction": {
   "description": "Which way is better.",
   "examples": [
    "decrease"
   ],
   "fallback": "inferred from baseline and target, or from the threshold, where it can be",
   "words": {
    "increase": "Higher is better.",
    "decrease": "Lower is better."
   }
  },
  "cadence": {
   "description": "How often somebody looks at it. A signal seen too late can't stop anything.",
   "examples": [
    "weekly"
   ],
   "fallback": "none",
   "words": {
    "realTime": "Watched all the time, with alerts.",
    "daily": "Looked at every day.",
    "weekly": "Looked at every week.",
    "monthly": "Looked at every month.",
    "quarterly": "Looked at every quarter.",
    "yearly": "Looked at every year."
   }
  },
  "drives": {
   "description": "The metrics a tier up that this one moves. It is what connects a feature to a business result.",
   "examples": [
    [
     "activation-rate"
    ],
    "Net revenue retention"
   ],
   "fallback": "[]"
  },
  "source": {
   "description": "Where the number comes from: a dashboard, a query, an event.",
   "examples": [
    "Warehouse table `team_activation`"
   ],
   "fallback": "none"
  },
  "instrumented": {
   "description": "Whether the number can be read today. What is not instrumented by beta is not measured at all.",
   "examples": [
    true
   ],
   "fallback": "true where a `source` is written, else false"
  },
  "owner": {
   "description": "The one person or role that answers for it. What nobody owns is nobody's to finish.",
   "examples": [
    "Maria Lind",
    "Tech lead",
    {
     "name": "Maria Lind"
    }
   ],
   "fallback": "none"
  },
  "alert": {
   "description": "How somebody learns at once that a guardrail is in trouble.",
   "examples": [
    "Pager",
    {
     "method": "Pager",
     "to": "Engineer on call",
     "within": "15 min"
    }
   ],
   "fallback": "none"
  },
  "onBreach": {
   "title": "on breach",
   "description": "What happens when the guardrail is breached.",
   "examples": [
    "rollback"
   ],
   "fallback": "what a rollback trigger on this metric says, else nothing",
   "words": {
    "investigate": "Somebody finds out why; the rollout goes on.",
    "pause": "The rollout stops where it is.",
    "rollback": "The feature is switched off for customers."
   }
  },
  "selection": {
   "description": "Whether this is a good metric to steer by. A no is worth knowing before the bet, not after.",
   "examples": [
    {
     "measurable": true,
     "actionable": true,
     "attributable": false
    }
   ],
   "fallback": "not said"
  },
  "asOf": {
   "title": "as of",
   "description": "The day on which `current` was read.",
   "examples": [
    "2026-10-19"
   ],
   "fallback": "the date of the last row of `history`, else none"
  },
  "history": {
   "description": "Earlier readings, oldest first, or the path of a CSV file in the workspace with the columns `date` and `value`. It draws the trend, and its last row stands for `current` where none is written.",
   "examples": [
    [
     {
      "date": "2026-10-05",
      "value": "34%"
     },
     {
      "date": "2026-10-12",
      "value": "38%"
     }
    ],
    "data/activation.csv"
   ],
   "fallback": "[]"
  }
 },
 "Metrics": {
  "kind": {
   "description": "Says that this document is a metrics hierarchy. Needed where the file name does not say it already.",
   "examples": [
    "metrics"
   ],
   "fallback": "the kind that the file name says: `metrics` in a file whose name ends in `.metrics.yaml`, `.metrics.yml` or `.metrics.md`"
  },
  "id": {
   "description": "The name by which other documents refer to this one. It must be the only one of its kind in the workspace, so that a reference always means one thing.",
   "examples": [
    "BET-012",
    "RO-012"
   ],
   "fallback": "the file's name without its suffix"
  },
  "title": {
   "description": "What people call it in a meeting. It stands in the tree, in previews and in reports.",
   "examples": [
    "Guided onboarding",
    "Faster checkout for returning buyers"
   ],
   "fallback": "the first fitting heading in Markdown, else the id"
  },
  "owner": {
   "description": "The one person or role that answers for it. What nobody owns is nobody's to finish.",
   "examples": [
    "Maria Lind",
    "Tech lead",
    {
     "name": "Maria Lind"
    }
   ],
   "fallback": "none"
  },
  "mode": {
   "description": "How formal delivery has to be here. In `zeroToOne` some findings are lowered by one step, because a young product learns faster than it documents.",
   "examples": [
    "zeroToOne"
   ],
   "fallback": "the mode of its bet, else of the setting `betwright.mode`, else `scaling`",
   "words": {
    "zeroToOne": "A new product that still looks for its fit: speed comes before ceremony.",
    "scaling": "A product with users to protect: every rule holds in full."
   }
  },
  "tags": {
   "description": "Words of your own to filter and group by.",
   "examples": [
    [
     "onboarding",
     "mobile"
    ],
    "onboarding"
   ],
   "fallback": "[]"
  },
  "links": {
   "description": "Pages that belong to it, each under a name: the dashboard, the brief, the design file.",
   "examples": [
    {
     "Dashboard": "https://example.com/dashboards/onboarding",
     "Brief": "[Solution brief](docs/brief.md)"
    }
   ],
   "fallback": "{}"
  },
  "notes": {
   "description": "Anything else worth keeping beside it. Shown as it is, and judged by no rule.",
   "examples": [
    "Agreed with support that tickets are tagged `onboarding` from the first day."
   ],
   "fallback": "none"
  },
  "lagging": {
   "description": "Business results such as revenue or retention. They move slowly and have many causes.",
   "examples": [
    [
     {
      "name": "Net revenue retention",
      "target": "108%",
      "cadence": "quarterly"
     }
    ]
   ],
   "fallback": "[]"
  },
  "core": {
   "description": "The outcomes that bets are made to move. One of them is primary and decides the bet.",
   "examples": [
    [
     {
      "name": "Activation rate",
      "primary": true,
      "baseline": "31%",
      "target": "45%",
      "drives": [
       "Net revenue retention"
      ]
     }
    ]
   ],
   "fallback": "[]"
  },
  "leading": {
   "description": "Early signals that the feature moves directly. They are what a rollout gate can look at within days.",
   "examples": [
    [
     {
      "name": "Setup completion",
      "baseline": "52%",
      "target": "70%",
      "drives": [
       "Activation rate"
      ]
     }
    ]
   ],
   "fallback": "[]"
  },
  "guardrails": {
   "description": "Numbers that must not get worse while the others get better. Breaking one is a reason to pause or to roll back.",
   "examples": [
    [
     {
      "name": "Error rate",
      "threshold": "< 2%",
      "onBreach": "rollback"
     }
    ],
    [
     "Support tickets per day"
    ]
   ],
   "fallback": "[]"
  }
 },
 "Audience": {
  "text": {
   "description": "The audience in words. A share or a number of people in it is read.",
   "examples": [
    "Everyone in the company",
    "10% of users"
   ],
   "fallback": "none"
  },
  "percent": {
   "description": "The share of users that have it.",
   "examples": [
    10,
    "10%"
   ],
   "fallback": "read from `text` where it says so"
  },
  "size": {
   "description": "How many people or customers have it. Of a range, the upper end counts.",
   "examples": [
    200,
    "5-10"
   ],
   "fallback": "read from `text` where it says so"
  },
  "segment": {
   "description": "The group they belong to.",
   "examples": [
    "Teams on the free plan"
   ],
   "fallback": "none"
  }
 },
 "ChecklistItem": {
  "text": {
   "description": "What has to be true or done, in one sentence.",
   "examples": [
    "No open P0 or P1 bugs"
   ],
   "fallback": "none"
  },
  "done": {
   "description": "Whether it is done. An open item can hold a gate or a launch.",
   "examples": [
    true
   ],
   "fallback": "false"
  },
  "owner": {
   "description": "The one person or role that answers for it. What nobody owns is nobody's to finish.",
   "examples": [
    "Maria Lind",
    "Tech lead",
    {
     "name": "Maria Lind"
    }
   ],
   "fallback": "none"
  },
  "due": {
   "description": "The day by which it has to be done.",
   "examples": [
    "2026-10-02"
   ],
   "fallback": "none"
  },
  "note": {
   "description": "A remark on the item: where the proof is, or why it is late.",
   "examples": [
    "Recording in the team drive."
   ],
   "fallback": "none"
  },
  "auto": {
   "title": "Automatic",
   "description": "A point of readiness for general availability that decides this item, so that nobody has to tick it by hand. The item then also says why it is, or is not, done.",
   "examples": [
    "guarded"
   ],
   "fallback": "decided by `done` alone",
   "words": {
    "staged": "Done when the rollout reaches customers in parts first.",
    "flagged": "Done when a feature flag stands that can switch it off at once.",
    "instrumented": "Done when leading, core and lagging metrics can be measured.",
    "guarded": "Done when every guardrail has a threshold and something that acts on it.",
    "gtm": "Done when the launch components that the tier needs are done.",
    "retro": "Done when a retrospective is scheduled or held.",
    "criteria": "Done when scale, iterate and kill criteria are agreed."
   }
  }
 },
 "StageDecision": {
  "date": {
   "description": "The day of the decision.",
   "examples": [
    "2026-09-25"
   ],
   "fallback": "none"
  },
  "by": {
   "description": "Who decided.",
   "examples": [
    "Maria Lind"
   ],
   "fallback": "none"
  },
  "outcome": {
   "description": "What was decided about the stage.",
   "examples": [
    "proceed"
   ],
   "fallback": "none",
   "words": {
    "proceed": "Go on to the next stage.",
    "hold": "Stay in this stage until what is open is settled.",
    "rollback": "Take it back."
   }
  },
  "why": {
   "description": "The reason, in a sentence that still makes sense in half a year.",
   "examples": [
    "No open bugs after three days"
   ],
   "fallback": "none"
  }
 },
 "Stage": {
  "stage": {
   "description": "Which step this is: one of the usual four, or a name of your own.",
   "examples": [
    "internal",
    "alpha",
    "beta",
    "ga",
    "Nordic pilot"
   ],
   "fallback": "none",
   "words": {
    "internal": "Your own people use it and find the obvious bugs.",
    "alpha": "A handful of friendly customers try it and tell you what they think.",
    "beta": "A small share of users gives you numbers.",
    "ga": "Everyone has it, and the full effect can be measured."
   }
  },
  "audience": {
   "description": "Who gets it in this stage: words, a share, a number of people or a segment.",
   "examples": [
    "10% of users",
    "5-10 friendly customers",
    {
     "percent": 10,
     "segment": "Teams on the free plan"
    }
   ],
   "fallback": "none"
  },
  "duration": {
   "description": "How long the stage should run. The shorter end is waited for by the gate, the longer end is when it is late.",
   "examples": [
    "3d",
    "1-2 weeks",
    "ongoing"
   ],
   "fallback": "none"
  },
  "started": {
   "description": "The day on which the stage began.",
   "examples": [
    "2026-09-22"
   ],
   "fallback": "none"
  },
  "ended": {
   "description": "The day on which the stage was over.",
   "examples": [
    "2026-09-25"
   ],
   "fallback": "the day on which the next stage started"
  },
  "purpose": {
   "description": "What you want to learn in this stage.",
   "examples": [
    "Find out whether new admins get through the setup without help"
   ],
   "fallback": "none"
  },
  "entry": {
   "title": "entry criteria",
   "description": "What must be true before the stage may start.",
   "examples": [
    [
     "The core flow works end to end",
     {
      "text": "Alerts are set up",
      "auto": "guarded"
     }
    ],
    "The core flow works end to end"
   ],
   "fallback": "[]"
  },
  "exit": {
   "title": "exit criteria",
   "description": "What must be true before the next stage may start. Without it, a stage ends when somebody feels like it.",
   "examples": [
    [
     "No open P0 or P1 bugs",
     {
      "text": "Seven of ten alpha customers finished the setup",
      "done": true
     }
    ],
    "No open P0 or P1 bugs"
   ],
   "fallback": "[]"
  },
  "decision": {
   "description": "What was decided at the end of the stage.",
   "examples": [
    "proceed",
    {
     "date": "2026-09-25",
     "by": "Maria Lind",
     "outcome": "proceed",
     "why": "No open bugs after three days"
    }
   ],
   "fallback": "the last entry of `decisions` that names the stage",
   "words": {
    "proceed": "Go on to the next stage.",
    "hold": "Stay in this stage until what is open is settled.",
    "rollback": "Take it back."
   }
  }
 },
 "Flag": {
  "name": {
   "description": "The name of the flag in your flag service or code.",
   "examples": [
    "guided-onboarding"
   ],
   "fallback": "none"
  },
  "url": {
   "description": "Where the flag can be switched.",
   "examples": [
    "https://example.com/flags/guided-onboarding"
   ],
   "fallback": "none"
  },
  "cleanupBy": {
   "title": "clean up by",
   "description": "The day by which the flag has to be gone from the code. Old flags are debt that nobody remembers.",
   "examples": [
    "2026-12-01"
   ],
   "fallback": "30 days after GA started"
  },
  "cleanedUp": {
   "title": "cleaned up",
   "description": "The day on which the flag was removed, or `true`.",
   "examples": [
    "2026-11-20",
    true
   ],
   "fallback": "false"
  }
 },
 "Trigger": {
  "metric": {
   "description": "The guardrail or other metric that trips it, when its threshold is crossed.",
   "examples": [
    "error-rate"
   ],
   "fallback": "none"
  },
  "when": {
   "description": "What has to happen, in words. Where it begins with the name of a metric, it is about that metric.",
   "examples": [
    "Two customers report lost data",
    "Error rate above 2%"
   ],
   "fallback": "none"
  },
  "action": {
   "description": "What is done then. The first of the three words that occurs in it counts.",
   "examples": [
    "rollback",
    "Pause rollout, then find out why"
   ],
   "fallback": "none",
   "words": {
    "investigate": "Somebody finds out why; the rollout goes on.",
    "pause": "The rollout stops where it is.",
    "rollback": "The feature is switched off for customers."
   }
  }
 },
 "RolloutRollback": {
  "owner": {
   "description": "The one person or role that answers for it. What nobody owns is nobody's to finish.",
   "examples": [
    "Maria Lind",
    "Tech lead",
    {
     "name": "Maria Lind"
    }
   ],
   "fallback": "none"
  },
  "runbook": {
   "description": "The page with the exact steps.",
   "examples": [
    "https://example.com/runbooks/onboarding",
    "[Switch it off](docs/runbook.md)"
   ],
   "fallback": "none"
  },
  "procedure": {
   "description": "The steps, in order.",
   "examples": [
    [
     "Switch the flag off",
     "Tell support and sales",
     "Write to the customers concerned"
    ],
    "Switch the flag off and tell support"
   ],
   "fallback": "[]"
  },
  "triggers": {
   "description": "What makes you roll back. Agreed beforehand, it needs no debate on the day.",
   "examples": [
    [
     {
      "metric": "error-rate",
      "action": "rollback"
     },
     {
      "when": "Two customers report lost data",
      "action": "pause"
     }
    ],
    "Error rate above 2%"
   ],
   "fallback": "[]"
  }
 },
 "DecisionEntry": {
  "date": {
   "description": "The day of the decision.",
   "examples": [
    "2026-09-25"
   ],
   "fallback": "none"
  },
  "stage": {
   "title": "stage that is left",
   "description": "The stage that is left: its name, its number, or both sides of the step.",
   "examples": [
    "internal",
    "0→1"
   ],
   "fallback": "none"
  },
  "outcome": {
   "description": "What was decided about the stage.",
   "examples": [
    "proceed"
   ],
   "fallback": "none",
   "words": {
    "proceed": "Go on to the next stage.",
    "hold": "Stay in this stage until what is open is settled.",
    "rollback": "Take it back."
   }
  },
  "why": {
   "description": "The reason for the decision.",
   "examples": [
    "No open bugs after three days"
   ],
   "fallback": "none"
  },
  "by": {
   "description": "Who decided.",
   "examples": [
    "Maria Lind"
   ],
   "fallback": "none"
  }
 },
 "Rollout": {
  "kind": {
   "description": "Says that this document is a rollout. Needed where the file name does not say it already.",
   "examples": [
    "rollout"
   ],
   "fallback": "the kind that the file name says: `rollout` in a file whose name ends in `.rollout.yaml`, `.rollout.yml` or `.rollout.md`"
  },
  "id": {
   "description": "The name by which other documents refer to this one. It must be the only one of its kind in the workspace, so that a reference always means one thing.",
   "examples": [
    "BET-012",
    "RO-012"
   ],
   "fallback": "the file's name without its suffix"
  },
  "title": {
   "description": "What people call it in a meeting. It stands in the tree, in previews and in reports.",
   "examples": [
    "Guided onboarding",
    "Faster checkout for returning buyers"
   ],
   "fallback": "the first fitting heading in Markdown, else the id"
  },
  "owner": {
   "description": "The one person or role that answers for it. What nobody owns is nobody's to finish.",
   "examples": [
    "Maria Lind",
    "Tech lead",
    {
     "name": "Maria Lind"
    }
   ],
   "fallback": "none"
  },
  "mode": {
   "description": "How formal delivery has to be here. In `zeroToOne` some findings are lowered by one step, because a young product learns faster than it documents.",
   "examples": [
    "zeroToOne"
   ],
   "fallback": "the mode of its bet, else of the setting `betwright.mode`, else `scaling`",
   "words": {
    "zeroToOne": "A new product that still looks for its fit: speed comes before ceremony.",
    "scaling": "A product with users to protect: every rule holds in full."
   }
  },
  "tags": {
   "description": "Words of your own to filter and group by.",
   "examples": [
    [
     "onboarding",
     "mobile"
    ],
    "onboarding"
   ],
   "fallback": "[]"
  },
  "links": {
   "description": "Pages that belong to it, each under a name: the dashboard, the brief, the design file.",
   "examples": [
    {
     "Dashboard": "https://example.com/dashboards/onboarding",
     "Brief": "[Solution brief](docs/brief.md)"
    }
   ],
   "fallback": "{}"
  },
  "notes": {
   "description": "Anything else worth keeping beside it. Shown as it is, and judged by no rule.",
   "examples": [
    "Agreed with support that tickets are tagged `onboarding` from the first day."
   ],
   "fallback": "none"
  },
  "bet": {
   "description": "The bet that is rolled out.",
   "examples": [
    "BET-012"
   ],
   "fallback": "the bet that embeds this rollout or names it"
  },
  "approach": {
   "description": "How the audience of a stage is chosen.",
   "examples": [
    "percentage"
   ],
   "fallback": "none",
   "words": {
    "percentage": "A growing share of all users.",
    "segment": "One group of customers after the other.",
    "optIn": "Whoever asks for it.",
    "geography": "One region after the other."
   }
  },
  "stages": {
   "description": "The steps from your own people to everyone, in order.",
   "examples": [
    [
     {
      "stage": "internal",
      "duration": "3d",
      "exit": [
       "No open P0 bugs"
      ]
     },
     {
      "stage": "beta",
      "audience": "10%",
      "duration": "1-2 weeks"
     },
     {
      "stage": "ga",
      "audience": "100%"
     }
    ]
   ],
   "fallback": "[]"
  },
  "flag": {
   "description": "The feature flag that lets you switch it off at once and choose who has it.",
   "examples": [
    "guided-onboarding",
    {
     "name": "guided-onboarding",
     "cleanupBy": "2026-12-01"
    }
   ],
   "fallback": "none"
  },
  "rollback": {
   "description": "How it is taken back, by whom and when. It is written before it is needed, because nobody writes well in an outage.",
   "examples": [
    {
     "owner": "Tech lead",
     "runbook": "docs/runbook.md",
     "procedure": [
      "Switch the flag off"
     ],
     "triggers": [
      {
       "metric": "error-rate",
       "action": "rollback"
      }
     ]
    }
   ],
   "fallback": "none"
  },
  "decisions": {
   "description": "The log of what was decided at each gate.",
   "examples": [
    [
     {
      "date": "2026-09-25",
      "stage": "internal",
      "outcome": "proceed",
      "why": "No open bugs after three days",
      "by": "Maria Lind"
     }
    ]
   ],
   "fallback": "[]"
  }
 },
 "HypothesisReview": {
  "result": {
   "description": "Whether the hypothesis held.",
   "examples": [
    "confirmed"
   ],
   "fallback": "none",
   "words": {
    "confirmed": "What was believed came true.",
    "disproved": "It did not come true.",
    "inconclusive": "The evidence does not settle it."
   }
  },
  "evidence": {
   "description": "What the result rests on.",
   "examples": [
    "Activation rose in all four cohorts, and not in the group without the feature."
   ],
   "fallback": "none"
  },
  "confidence": {
   "description": "How sure the team is of it: a word or a percentage.",
   "examples": [
    "high",
    "60%"
   ],
   "fallback": "none",
   "words": {
    "high": "The evidence leaves little doubt (70 % or more).",
    "medium": "The evidence points one way, but not everywhere (40 to 70 %).",
    "low": "Little evidence, or evidence that contradicts itself (under 40 %)."
   }
  }
 },
 "MetricResult": {
  "metric": {
   "description": "The metric, by id or by name.",
   "examples": [
    "activation-rate",
    "Activation rate"
   ],
   "fallback": "none"
  },
  "role": {
   "description": "What part the metric plays in the decision.",
   "examples": [
    "primary"
   ],
   "fallback": "the metric's own part, else primary for the first row and secondary for the others",
   "words": {
    "primary": "It decides the bet.",
    "secondary": "It helps to understand the result.",
    "guardrail": "It must not have got worse."
   }
  },
  "baseline": {
   "description": "Where the number stood before.",
   "examples": [
    "31%"
   ],
   "fallback": "the metric's own baseline"
  },
  "target": {
   "description": "Where it should have got to.",
   "examples": [
    "45%"
   ],
   "fallback": "the metric's own target"
  },
  "threshold": {
   "description": "The line that a guardrail should not have crossed.",
   "examples": [
    "< 2%"
   ],
   "fallback": "the metric's own threshold"
  },
  "actual": {
   "description": "Where it is now.",
   "examples": [
    "46%"
   ],
   "fallback": "the metric's own `current`"
  },
  "verdict": {
   "description": "What the number says.",
   "examples": [
    "hit"
   ],
   "fallback": "computed from the values",
   "words": {
    "hit": "The target was reached.",
    "close": "At least nine tenths of the way from baseline to target.",
    "missed": "Short of that.",
    "within": "The guardrail held.",
    "alert": "The guardrail held, but passed its warning line.",
    "breached": "The guardrail was crossed."
   }
  }
 },
 "Decision": {
  "outcome": {
   "description": "Scale, iterate or kill.",
   "examples": [
    "scale"
   ],
   "fallback": "none",
   "words": {
    "scale": "The bet was right: reach more people and invest more.",
    "iterate": "The signal is good but not there yet: one more round with a new hypothesis.",
    "kill": "The bet was wrong or costs too much: stop, and keep what was learned."
   }
  },
  "why": {
   "description": "Why this and not another.",
   "examples": [
    "The target was passed and no guardrail moved"
   ],
   "fallback": "none"
  },
  "by": {
   "description": "Who decided.",
   "examples": [
    "Maria Lind"
   ],
   "fallback": "none"
  },
  "dissent": {
   "description": "Who saw it differently, and why. Half a year later this is worth more than the decision.",
   "examples": [
    "Tom would have waited for a second cohort"
   ],
   "fallback": "none"
  }
 },
 "Retro": {
  "kind": {
   "description": "Says that this document is a retrospective. Needed where the file name does not say it already.",
   "examples": [
    "retro"
   ],
   "fallback": "the kind that the file name says: `retro` in a file whose name ends in `.retro.yaml`, `.retro.yml` or `.retro.md`"
  },
  "id": {
   "description": "The name by which other documents refer to this one. It must be the only one of its kind in the workspace, so that a reference always means one thing.",
   "examples": [
    "BET-012",
    "RO-012"
   ],
   "fallback": "the file's name without its suffix"
  },
  "title": {
   "description": "What people call it in a meeting. It stands in the tree, in previews and in reports.",
   "examples": [
    "Guided onboarding",
    "Faster checkout for returning buyers"
   ],
   "fallback": "the first fitting heading in Markdown, else the id"
  },
  "owner": {
   "description": "The one person or role that answers for it. What nobody owns is nobody's to finish.",
   "examples": [
    "Maria Lind",
    "Tech lead",
    {
     "name": "Maria Lind"
    }
   ],
   "fallback": "none"
  },
  "mode": {
   "description": "How formal delivery has to be here. In `zeroToOne` some findings are lowered by one step, because a young product learns faster than it documents.",
   "examples": [
    "zeroToOne"
   ],
   "fallback": "the mode of its bet, else of the setting `betwright.mode`, else `scaling`",
   "words": {
    "zeroToOne": "A new product that still looks for its fit: speed comes before ceremony.",
    "scaling": "A product with users to protect: every rule holds in full."
   }
  },
  "tags": {
   "description": "Words of your own to filter and group by.",
   "examples": [
    [
     "onboarding",
     "mobile"
    ],
    "onboarding"
   ],
   "fallback": "[]"
  },
  "links": {
   "description": "Pages that belong to it, each under a name: the dashboard, the brief, the design file.",
   "examples": [
    {
     "Dashboard": "https://example.com/dashboards/onboarding",
     "Brief": "[Solution brief](docs/brief.md)"
    }
   ],
   "fallback": "{}"
  },
  "notes": {
   "description": "Anything else worth keeping beside it. Shown as it is, and judged by no rule.",
   "examples": [
    "Agreed with support that tickets are tagged `onboarding` from the first day."
   ],
   "fallback": "none"
  },
  "bet": {
   "description": "The bet that is looked back on.",
   "examples": [
    "BET-012"
   ],
   "fallback": "the bet that embeds this retrospective or names it"
  },
  "scheduled": {
   "description": "The day on which the retrospective is to be held. A date in the calendar is what keeps a bet from living on unjudged.",
   "examples": [
    "2026-11-02"
   ],
   "fallback": "none"
  },
  "held": {
   "description": "The day on which it was held.",
   "examples": [
    "2026-11-03"
   ],
   "fallback": "not held, unless a decision is written"
  },
  "timebox": {
   "description": "How long the bet may take before somebody has to decide. Without an end, a bet lives on unjudged.",
   "examples": [
    "8w",
    {
     "start": "2026-09-07",
     "end": "2026-10-30"
    },
    {
     "start": "2026-09-07",
     "duration": "8w"
    }
   ],
   "fallback": "none"
  },
  "shipped": {
   "description": "The day it reached customers, as a reminder of how long the numbers had to move.",
   "examples": [
    "2026-10-12"
   ],
   "fallback": "the bet's own date"
  },
  "facilitator": {
   "description": "Who leads the conversation.",
   "examples": [
    "Ida Berg"
   ],
   "fallback": "none"
  },
  "attendees": {
   "description": "Who was there, so that it is known whose view the learnings are.",
   "examples": [
    [
     "Maria Lind",
     "Tom Reyes"
    ],
    "The trio and support"
   ],
   "fallback": "[]"
  },
  "hypothesis": {
   "description": "What became of the hypothesis.",
   "examples": [
    "confirmed",
    {
     "result": "inconclusive",
     "evidence": "Only 140 teams saw it; the difference is within the noise.",
     "confidence": "low"
    }
   ],
   "fallback": "none",
   "words": {
    "confirmed": "What was believed came true.",
    "disproved": "It did not come true.",
    "inconclusive": "The evidence does not settle it."
   }
  },
  "metrics": {
   "description": "What the numbers were in the end, a row each.",
   "examples": [
    [
     {
      "metric": "activation-rate",
      "role": "primary",
      "baseline": "31%",
      "target": "45%",
      "actual": "46%",
      "verdict": "hit"
     }
    ]
   ],
   "fallback": "[]"
  },
  "learnings": {
   "description": "What you know now that you did not know before. It is offered again when a new bet goes after the same metric.",
   "examples": [
    [
     "Admins finish the setup only when they see an example first"
    ],
    "Examples help more than explanations"
   ],
   "fallback": "[]"
  },
  "decision": {
   "description": "What happens to the bet. Every bet ends with one of three words.",
   "examples": [
    "scale",
    {
     "outcome": "iterate",
     "why": "Moved to 40%, the second step loses people",
     "by": "Maria Lind"
    }
   ],
   "fallback": "none",
   "words": {
    "scale": "The bet was right: reach more people and invest more.",
    "iterate": "The signal is good but not there yet: one more round with a new hypothesis.",
    "kill": "The bet was wrong or costs too much: stop, and keep what was learned."
   }
  },
  "newHypothesis": {
   "title": "new hypothesis",
   "description": "What the next round is going to test. Without something new to test, another round is only more of the same.",
   "examples": [
    "We believe that skipping the second step will raise activation to 45%."
   ],
   "fallback": "none"
  },
  "nextSteps": {
   "title": "next steps",
   "description": "What is done now, by whom.",
   "examples": [
    [
     {
      "text": "Open the setup to every team",
      "owner": "Tech lead",
      "due": "2026-11-16"
     }
    ],
    "Archive the learnings"
   ],
   "fallback": "[]"
  }
 },
 "Component": {
  "owner": {
   "description": "The one person or role that answers for it. What nobody owns is nobody's to finish.",
   "examples": [
    "Maria Lind",
    "Tech lead",
    {
     "name": "Maria Lind"
    }
   ],
   "fallback": "none"
  },
  "status": {
   "description": "How far the component is.",
   "examples": [
    "doing"
   ],
   "fallback": "\"open\"",
   "words": {
    "open": "Not begun.",
    "doing": "Somebody works on it.",
    "done": "Ready.",
    "notNeeded": "Left out on purpose."
   }
  },
  "due": {
   "description": "The day by which it has to be done.",
   "examples": [
    "2026-09-28"
   ],
   "fallback": "the stage of the rollout that needs it"
  }
 },
 "LaunchComponents": {
  "positioning": {
   "description": "Who it is for and why they should care, in words everybody uses. Needed once shaping is over.",
   "examples": [
    "done",
    {
     "owner": "PMM",
     "status": "done"
    }
   ],
   "fallback": "open",
   "words": {
    "open": "Not begun.",
    "doing": "Somebody works on it.",
    "done": "Ready.",
    "notNeeded": "Left out on purpose."
   }
  },
  "salesEnablement": {
   "title": "sales enablement",
   "description": "What sales needs to tell and to show it. Needed by beta.",
   "examples": [
    "done",
    {
     "owner": "PMM",
     "status": "doing",
     "due": "2026-09-28"
    }
   ],
   "fallback": "open",
   "words": {
    "open": "Not begun.",
    "doing": "Somebody works on it.",
    "done": "Ready.",
    "notNeeded": "Left out on purpose."
   }
  },
  "documentation": {
   "description": "What users read to help themselves. Needed by beta.",
   "examples": [
    "done",
    {
     "owner": "Technical writer",
     "status": "done"
    }
   ],
   "fallback": "open",
   "words": {
    "open": "Not begun.",
    "doing": "Somebody works on it.",
    "done": "Ready.",
    "notNeeded": "Left out on purpose."
   }
  },
  "supportTraining": {
   "title": "support training",
   "description": "What support needs to answer questions. Needed by GA.",
   "examples": [
    "done",
    {
     "owner": "Support lead",
     "status": "open",
     "due": "2026-10-09"
    }
   ],
   "fallback": "open",
   "words": {
    "open": "Not begun.",
    "doing": "Somebody works on it.",
    "done": "Ready.",
    "notNeeded": "Left out on purpose."
   }
  },
  "communications": {
   "description": "What the world is told, and where. Needed on the day of GA.",
   "examples": [
    "done",
    {
     "owner": "Marketing",
     "status": "open",
     "due": "2026-10-12"
    }
   ],
   "fallback": "open",
   "words": {
    "open": "Not begun.",
    "doing": "Somebody works on it.",
    "done": "Ready.",
    "notNeeded": "Left out on purpose."
   }
  },
  "successPlaybook": {
   "title": "success playbook",
   "description": "How customer success brings customers to use it. Needed by GA.",
   "examples": [
    "done",
    {
     "owner": "Customer success",
     "status": "notNeeded"
    }
   ],
   "fallback": "open",
   "words": {
    "open": "Not begun.",
    "doing": "Somebody works on it.",
    "done": "Ready.",
    "notNeeded": "Left out on purpose."
   }
  }
 },
 "AdoptionLevel": {
  "target": {
   "description": "The share you want to reach.",
   "examples": [
    "40%",
    40
   ],
   "fallback": "none"
  },
  "current": {
   "description": "The share you have reached.",
   "examples": [
    "22%",
    22
   ],
   "fallback": "none"
  }
 },
 "LaunchAdoption": {
  "awareness": {
   "description": "How many of those it is made for know that it exists.",
   "examples": [
    "60%",
    {
     "target": "60%",
     "current": "41%"
    }
   ],
   "fallback": "none"
  },
  "trial": {
   "description": "How many of those who know it try it.",
   "examples": [
    "40%",
    {
     "target": "40%",
     "current": "22%"
    }
   ],
   "fallback": "none"
  },
  "adoption": {
   "description": "How many of those who tried it go on using it.",
   "examples": [
    "50%",
    {
     "target": "50%",
     "current": "47%"
    }
   ],
   "fallback": "none"
  },
  "habit": {
   "description": "How many of those use it regularly.",
   "examples": [
    "30%",
    {
     "target": "30%",
     "current": "12%"
    }
   ],
   "fallback": "none"
  }
 },
 "Launch": {
  "kind": {
   "description": "Says that this document is a launch. Needed where the file name does not say it already.",
   "examples": [
    "launch"
   ],
   "fallback": "the kind that the file name says: `launch` in a file whose name ends in `.launch.yaml`, `.launch.yml` or `.launch.md`"
  },
  "id": {
   "description": "The name by which other documents refer to this one. It must be the only one of its kind in the workspace, so that a reference always means one thing.",
   "examples": [
    "BET-012",
    "RO-012"
   ],
   "fallback": "the file's name without its suffix"
  },
  "title": {
   "description": "What people call it in a meeting. It stands in the tree, in previews and in reports.",
   "examples": [
    "Guided onboarding",
    "Faster checkout for returning buyers"
   ],
   "fallback": "the first fitting heading in Markdown, else the id"
  },
  "owner": {
   "description": "The one person or role that answers for it. What nobody owns is nobody's to finish.",
   "examples": [
    "Maria Lind",
    "Tech lead",
    {
     "name": "Maria Lind"
    }
   ],
   "fallback": "none"
  },
  "mode": {
   "description": "How formal delivery has to be here. In `zeroToOne` some findings are lowered by one step, because a young product learns faster than it documents.",
   "examples": [
    "zeroToOne"
   ],
   "fallback": "the mode of its bet, else of the setting `betwright.mode`, else `scaling`",
   "words": {
    "zeroToOne": "A new product that still looks for its fit: speed comes before ceremony.",
    "scaling": "A product with users to protect: every rule holds in full."
   }
  },
  "tags": {
   "description": "Words of your own to filter and group by.",
   "examples": [
    [
     "onboarding",
     "mobile"
    ],
    "onboarding"
   ],
   "fallback": "[]"
  },
  "links": {
   "description": "Pages that belong to it, each under a name: the dashboard, the brief, the design file.",
   "examples": [
    {
     "Dashboard": "https://example.com/dashboards/onboarding",
     "Brief": "[Solution brief](docs/brief.md)"
    }
   ],
   "fallback": "{}"
  },
  "notes": {
   "description": "Anything else worth keeping beside it. Shown as it is, and judged by no rule.",
   "examples": [
    "Agreed with support that tickets are tagged `onboarding` from the first day."
   ],
   "fallback": "none"
  },
  "bet": {
   "description": "The bet that is launched.",
   "examples": [
    "BET-012"
   ],
   "fallback": "the bet that embeds this launch or names it"
  },
  "tier": {
   "description": "How big the launch is. The tier says which components are needed.",
   "examples": [
    2
   ],
   "fallback": "none: all six components count",
   "words": {
    "1": "A major new ability with strategic weight: press, event, training, campaign.",
    "2": "A clear improvement: blog, mail, sales brief.",
    "3": "A small improvement: changelog, in-app note, support brief.",
    "4": "A fix: release notes only."
   }
  },
  "date": {
   "description": "The day it is announced.",
   "examples": [
    "2026-10-12"
   ],
   "fallback": "none; rules that ask for GA look at the rollout first"
  },
  "components": {
   "description": "The parts of a launch. Each needs somebody and a date.",
   "examples": [
    {
     "positioning": "done",
     "documentation": {
      "owner": "Technical writer",
      "status": "doing",
      "due": "2026-09-28"
     }
    }
   ],
   "fallback": "all six open"
  },
  "preLaunch": {
   "title": "before the launch",
   "description": "What has to be done before the day.",
   "examples": [
    [
     {
      "text": "Help article is online",
      "done": true,
      "owner": "Technical writer"
     },
     "Sales has seen the demo"
    ],
    "Help article is online"
   ],
   "fallback": "[]"
  },
  "launchDay": {
   "title": "launch day",
   "description": "What is done on the day itself.",
   "examples": [
    [
     "Switch the flag on for everyone",
     {
      "text": "Send the announcement",
      "owner": "Marketing"
     }
    ],
    "Send the announcement"
   ],
   "fallback": "[]"
  },
  "postLaunch": {
   "title": "after the launch",
   "description": "What is done in the days and weeks after.",
   "examples": [
    [
     "Read the support tickets of the first day",
     {
      "text": "Look at adoption after two weeks",
      "due": "2026-10-26"
     }
    ],
    "Look at adoption after two weeks"
   ],
   "fallback": "[]"
  },
  "adoption": {
   "description": "Whether people use it: the funnel from having heard of it to a habit. Being available is not being adopted.",
   "examples": [
    {
     "awareness": {
      "target": "60%",
      "current": "41%"
     },
     "trial": "40%"
    }
   ],
   "fallback": "none"
  }
 },
 "Entry": {
  "bet": {
   "description": "The bet it is for, by id, or just its name.",
   "examples": [
    "BET-013",
    "Faster checkout"
   ],
   "fallback": "none"
  },
  "activity": {
   "description": "What is done.",
   "examples": [
    "Interviews",
    "Build"
   ],
   "fallback": "none"
  },
  "weeks": {
   "description": "In which weeks of the plan: one, or from one to another.",
   "examples": [
    "1-2",
    3
   ],
   "fallback": "the whole plan"
  }
 },
 "Share": {
  "discovery": {
   "description": "The share that goes to finding out.",
   "examples": [
    60,
    "60%"
   ],
   "fallback": "none"
  },
  "delivery": {
   "description": "The share that goes to building.",
   "examples": [
    40,
    "40%"
   ],
   "fallback": "none"
  }
 },
 "TracksCoordination": {
  "weeklySync": {
   "title": "weekly sync",
   "description": "When and how the tracks tell each other what is in flight.",
   "examples": [
    "Mondays at 10, thirty minutes"
   ],
   "fallback": "none"
  },
  "handoff": {
   "description": "What happens when a bet goes from being shaped to being built.",
   "examples": [
    "The trio walks through the brief and agrees on the first slice"
   ],
   "fallback": "none"
  },
  "learning": {
   "description": "How the results of what was shipped come back to discovery.",
   "examples": [
    "Retro notes are read at the next sync"
   ],
   "fallback": "none"
  }
 },
 "Tracks": {
  "kind": {
   "description": "Says that this document is a dual-track plan. Needed where the file name does not say it already.",
   "examples": [
    "tracks"
   ],
   "fallback": "the kind that the file name says: `tracks` in a file whose name ends in `.tracks.yaml`, `.tracks.yml` or `.tracks.md`"
  },
  "id": {
   "description": "The name by which other documents refer to this one. It must be the only one of its kind in the workspace, so that a reference always means one thing.",
   "examples": [
    "BET-012",
    "RO-012"
   ],
   "fallback": "the file's name without its suffix"
  },
  "title": {
   "description": "What people call it in a meeting. It stands in the tree, in previews and in reports.",
   "examples": [
    "Guided onboarding",
    "Faster checkout for returning buyers"
   ],
   "fallback": "the first fitting heading in Markdown, else the id"
  },
  "owner": {
   "description": "The one person or role that answers for it. What nobody owns is nobody's to finish.",
   "examples": [
    "Maria Lind",
    "Tech lead",
    {
     "name": "Maria Lind"
    }
   ],
   "fallback": "none"
  },
  "mode": {
   "description": "How formal delivery has to be here. In `zeroToOne` some findings are lowered by one step, because a young product learns faster than it documents.",
   "examples": [
    "zeroToOne"
   ],
   "fallback": "the mode of its bet, else of the setting `betwright.mode`, else `scaling`",
   "words": {
    "zeroToOne": "A new product that still looks for its fit: speed comes before ceremony.",
    "scaling": "A product with users to protect: every rule holds in full."
   }
  },
  "tags": {
   "description": "Words of your own to filter and group by.",
   "examples": [
    [
     "onboarding",
     "mobile"
    ],
    "onboarding"
   ],
   "fallback": "[]"
  },
  "links": {
   "description": "Pages that belong to it, each under a name: the dashboard, the brief, the design file.",
   "examples": [
    {
     "Dashboard": "https://example.com/dashboards/onboarding",
     "Brief": "[Solution brief](docs/brief.md)"
    }
   ],
   "fallback": "{}"
  },
  "notes": {
   "description": "Anything else worth keeping beside it. Shown as it is, and judged by no rule.",
   "examples": [
    "Agreed with support that tickets are tagged `onboarding` from the first day."
   ],
   "fallback": "none"
  },
  "start": {
   "description": "The first day of week 1.",
   "examples": [
    "2026-09-07"
   ],
   "fallback": "none"
  },
  "weeks": {
   "description": "How many weeks the plan covers.",
   "examples": [
    6
   ],
   "fallback": "up to the last week that an entry names"
  },
  "discovery": {
   "description": "What is being found out, and when.",
   "examples": [
    [
     {
      "bet": "BET-013",
      "activity": "Interviews",
      "weeks": "1-2"
     }
    ]
   ],
   "fallback": "[]"
  },
  "delivery": {
   "description": "What is being built, shipped and measured, and when.",
   "examples": [
    [
     {
      "bet": "BET-012",
      "activity": "Build",
      "weeks": "1-3"
     }
    ]
   ],
   "fallback": "[]"
  },
  "allocation": {
   "description": "How each role divides its time between the two tracks, in percent. The two shares of a role make 100.",
   "examples": [
    {
     "PM": {
      "discovery": 60,
      "delivery": 40
     },
     "Tech lead": {
      "discovery": "30%",
      "delivery": "70%"
     }
    }
   ],
   "fallback": "{}"
  },
  "coordination": {
   "description": "The points at which the two tracks meet. Without them, what is learned on one never reaches the other.",
   "examples": [
    {
     "weeklySync": "Mondays at 10",
     "handoff": "The trio walks through the brief",
     "learning": "Retro notes are read at the next sync"
    }
   ],
   "fallback": "none"
  }
 }
};
