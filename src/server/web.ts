import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createClientSource } from './file-source.client.ts';
import { serve } from './server.ts';

/** The worker that this script runs in. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const client = createClientSource(connection);

serve(connection, () => client);
