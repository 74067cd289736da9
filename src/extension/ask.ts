import * as vscode from 'vscode';
import { linkless } from './plain-text.ts';

/** Instead of an answer: the question before is to be asked again. */
export const goBack = Symbol('back');

export type Answered<Answer> = Answer | typeof goBack | undefined;

/** Which of several questions this one is. */
export interface Turn {
  readonly title: string;
  readonly step: number;
  readonly of: number;
}

export type Step<State> = (state: State, turn: Turn) => Promise<Answered<State>>;

/**
 * Asks one thing after the other, with a way back to the one before. What is asked may depend on what was answered.
 * Undefined where somebody turned away: nothing has happened then.
 */
export async function askInSteps<State extends object>(
  title: string,
  start: State,
  stepsFor: (state: State) => readonly Step<State>[],
): Promise<State | undefined> {
  const states = [start];
  for (;;) {
    const state = states.at(-1) ?? start;
    const steps = stepsFor(state);
    const step = steps[states.length - 1];
    if (step === undefined) return state;
    const answer = await step(state, { title, step: states.length, of: steps.length });
    if (answer === undefined) return undefined;
    if (answer !== goBack) {
      states.push(answer);
      continue;
    }
    // What was answered already is offered again.
    states.pop();
    states.push({ ...(states.pop() ?? start), ...state });
  }
}

interface TextQuestion {
  readonly prompt: string;
  /** What is there already, marked, so that what is typed takes its place. */
  readonly value?: string | undefined;
  readonly placeholder?: string;
  /** What is wrong with an answer, if anything. */
  readonly problemOf?: (text: string) => string | undefined;
}

/** The answer on one line, without blanks around it. */
export function askText(turn: Turn, question: TextQuestion): Promise<Answered<string>> {
  const { prompt, value = '', placeholder = '', problemOf = () => undefined } = question;
  const input = vscode.window.createInputBox();
  prepare(input, turn);
  input.prompt = linkless(prompt);
  input.value = value;
  input.placeholder = placeholder;
  return answerOf<string>(input, settle => [
    input.onDidChangeValue(text => {
      // Nobody is told off for what is not typed yet; what was wrong is looked at again.
      if (text !== '' || input.validationMessage !== undefined) say(input, problemOf(text));
    }),
    input.onDidAccept(() => {
      const problem = problemOf(input.value);
      say(input, problem);
      if (problem === undefined) settle(input.value.trim());
    }),
  ]);
}

export interface Choice<Value> extends vscode.QuickPickItem {
  /** Undefined of what only divides the list. */
  readonly value: Value | undefined;
}

/** The value of what was chosen. */
export function askChoice<Value>(
  turn: Turn,
  placeholder: string,
  choices: readonly Choice<Value>[],
): Promise<Answered<Value>> {
  const picker = vscode.window.createQuickPick<Choice<Value>>();
  prepare(picker, turn);
  picker.placeholder = placeholder;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = choices;
  return answerOf<Value>(picker, settle => [
    picker.onDidAccept(() => {
      const [chosen] = picker.selectedItems;
      if (chosen?.value !== undefined) settle(chosen.value);
    }),
  ]);
}

/** A line between choices. */
export function divider(label: string): Choice<never> {
  return { label, kind: vscode.QuickPickItemKind.Separator, value: undefined };
}

type Input = vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>;

function prepare(input: Pick<Input, 'title' | 'step' | 'totalSteps' | 'buttons' | 'ignoreFocusOut'>, turn: Turn): void {
  input.title = turn.title;
  if (turn.of > 1) {
    input.step = turn.step;
    input.totalSteps = turn.of;
  }
  input.buttons = turn.step > 1 ? [vscode.QuickInputButtons.Back] : [];
  input.ignoreFocusOut = true;
}

function answerOf<Answer>(
  input: Pick<Input, 'onDidHide' | 'onDidTriggerButton' | 'show' | 'dispose'>,
  listen: (settle: (answer: Answer) => void) => readonly vscode.Disposable[],
): Promise<Answered<Answer>> {
  return new Promise(resolve => {
    const settle = (answer: Answered<Answer>): void => {
      resolve(answer);
      vscode.Disposable.from(...parts).dispose();
      input.dispose();
    };
    const parts = [
      ...listen(settle),
      input.onDidTriggerButton(button => {
        if (button === vscode.QuickInputButtons.Back) settle(goBack);
      }),
      input.onDidHide(() => {
        settle(undefined);
      }),
    ];
    input.show();
  });
}

function say(input: vscode.InputBox, problem: string | undefined): void {
  // An empty text takes it away; `undefined` is not allowed here under exact optional types.
  input.validationMessage = problem ?? '';
}
