import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { maxTextLength } from '../core/parse/obstacles.ts';
import type { FilePath } from './discover.ts';

/** A text of more bytes than this is longer than any that is read: no character of UTF-8 takes more than three bytes for each UTF-16 unit. */
const mostBytes = maxTextLength * 3;

/** Stands for a text that is too long, without reading it: all that is said of it is that it is too long. */
const tooLong = '\n'.repeat(maxTextLength + 1);

export type ReadText = (path: FilePath) => string;

/**
 * Reads the text of regular files, one after the other through the same memory. Bytes that are no UTF-8 become U+FFFD, where the core says so: the editor decodes in the same way.
 * A byte order mark is no part of the text, as it is none in the editor: columns are counted from behind it. Throws the error of the system. A link or a pipe that was put in place of the file meanwhile is neither followed nor waited for.
 */
export function createTextReader(): ReadText {
  let buffer = Buffer.allocUnsafe(64 * 1024);
  return path => {
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) throw Object.assign(new Error('no regular file'), { code: 'ENXIO' });
      if (stats.size > mostBytes) return tooLong;
      if (stats.size >= buffer.length) buffer = Buffer.allocUnsafe(stats.size + 64 * 1024);
      let length = 0;
      for (;;) {
        const read = readSync(file, buffer, length, buffer.length - length, null);
        length += read;
        if (read === 0 || length === buffer.length) break;
      }
      return buffer.toString('utf8', markLength(buffer.subarray(0, length)), length);
    } finally {
      closeSync(file);
    }
  };
}

const mark = Buffer.from('\ufeff');

/** Two marks are left to the core, which says that they are wrong. */
function markLength(bytes: Buffer): number {
  const isMark = (at: number): boolean => bytes.subarray(at, at + 3).equals(mark);
  return isMark(0) && !isMark(3) ? 3 : 0;
}
