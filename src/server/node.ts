import { createConnection } from 'vscode-languageserver/node';
import { createClientSource } from './file-source.client.ts';
import { createDiskSource } from './file-source.node.ts';
import { serve } from './server.ts';

// The transport is what the command line says: --stdio, --node-ipc, --socket=… or --pipe=….
const connection = createConnection();
const disk = createDiskSource();
const client = createClientSource(connection);

serve(
  connection,
  folder => (folder.startsWith('file:') ? disk : client),
  async () => (await import('../png/png.ts')).startPng(),
);
