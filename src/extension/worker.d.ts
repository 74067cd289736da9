/** As much of the browser's worker as is needed to start one: the types of a whole page would let in what no extension host has. */
interface Worker {
  postMessage(message: unknown): void;
}

declare const Worker: new (address: string) => Worker;
