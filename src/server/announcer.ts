import type { Changed } from './protocol.ts';

/** Tells the client what may have changed, gathered, and never more often than a few times a second. */
export interface Announcer {
  announce(uris: Iterable<string>, tree: boolean): void;
  dispose(): void;
}

/** Milliseconds between two announcements. */
const interval = 200;

export function createAnnouncer(send: (changed: Changed) => void): Announcer {
  let uris = new Set<string>();
  let tree = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDisposed = false;

  function flush(): void {
    timer = undefined;
    if (uris.size === 0 && !tree) return;
    const changed = { uris: [...uris], tree };
    uris = new Set();
    tree = false;
    timer = setTimeout(flush, interval);
    send(changed);
  }

  return {
    announce(more, withTree) {
      for (const uri of more) uris.add(uri);
      tree ||= withTree;
      if (timer === undefined && !isDisposed) flush();
    },
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
    },
  };
}
