import type { Component, Launch, LaunchComponents } from '../model/types.gen.ts';
import type { Part } from '../workspace/part.ts';
import { anchorOf } from '../model/located.ts';
import type { Place } from './reason.ts';

/** The parts of a launch (seed: GTM Execution), in the order in which they are needed. */
export const componentNames = [
  'positioning',
  'salesEnablement',
  'documentation',
  'supportTraining',
  'successPlaybook',
  'communications',
] as const satisfies readonly (keyof LaunchComponents)[];

export type ComponentName = (typeof componentNames)[number];

export const componentTitles: Readonly<Record<ComponentName, string>> = {
  positioning: 'Positioning',
  salesEnablement: 'Sales enablement',
  documentation: 'Documentation',
  supportTraining: 'Support training',
  successPlaybook: 'The success playbook',
  communications: 'Communications',
};

export type ComponentStatus = 'open' | 'doing' | 'done' | 'notNeeded';

/** How far a component is; one that is absent, or says nothing, is open (SPEC 8, "Launch"). */
export function componentStatus(launch: Launch, name: ComponentName): ComponentStatus {
  return componentOf(launch, name)?.status?.word ?? 'open';
}

/** Nothing is left to do: done, or not needed here. */
export function isSettled(status: ComponentStatus): boolean {
  return status === 'done' || status === 'notNeeded';
}

export function componentOf(launch: Launch, name: ComponentName): Component | undefined {
  return launch.components?.[name];
}

/** Where a component's status stands, else the component, else the nearest thing that should hold it. */
export function componentPlace(launch: Part<'launch'>, name: ComponentName): Place {
  const component = componentOf(launch.model, name);
  const { components } = launch.model;
  const span =
    component?.status?.span ?? (component ? anchorOf(component) : components ? anchorOf(components) : launch.anchor);
  return { file: launch.file, span };
}
