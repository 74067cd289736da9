import { metricExistsKey, metricPlaceKey, priorityKey, referrerKey, targetKey } from './index-store.ts';
import type { Lookup } from './lookup.ts';

/** The same lookup, noting every question that was asked: a later change to one of the answers makes the asker stale. */
export function recordLookup(lookup: Lookup, asked: Set<string>): Lookup {
  return {
    withId(id) {
      asked.add(targetKey(id));
      return lookup.withId(id);
    },
    referringTo(id) {
      asked.add(referrerKey(id));
      return lookup.referringTo(id);
    },
    metricsCalled(reference) {
      asked.add(metricPlaceKey(reference));
      return lookup.metricsCalled(reference);
    },
    hasMetric(reference) {
      asked.add(metricExistsKey(reference));
      return lookup.hasMetric(reference);
    },
    withPriority(priority) {
      asked.add(priorityKey(priority));
      return lookup.withPriority(priority);
    },
  };
}
