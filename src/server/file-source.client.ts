import type { Connection } from 'vscode-languageserver';
import { isWanted, maxFileSize, type FileSource } from './file-source.ts';
import { listFilesRequest, readFileRequest, type ListFilesQuestion, type ReadFileQuestion } from './protocol.ts';

/** Has the client list and read: in the browser, and for folders that lie on no disk. */
export function createClientSource(connection: Pick<Connection, 'sendRequest'>): FileSource {
  return {
    async list(start, folder) {
      const question: ListFilesQuestion = { folder: start };
      const answer: unknown = await connection.sendRequest(listFilesRequest, question);
      if (!Array.isArray(answer)) return [];
      return answer.filter((uri): uri is string => typeof uri === 'string' && isWanted(uri, folder));
    },
    async read(uri) {
      const question: ReadFileQuestion = { uri };
      try {
        const answer: unknown = await connection.sendRequest(readFileRequest, question);
        if (typeof answer !== 'string') return { type: 'gone' };
        if (answer.length > maxFileSize) return { type: 'tooLarge' };
        return { type: 'text', text: answer.startsWith('\ufeff') ? answer.slice(1) : answer };
      } catch {
        return { type: 'unreadable' };
      }
    },
  };
}
