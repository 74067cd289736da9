// Loaded into the VS Code server ahead of its own code (node --import): ends the server and all that it started as soon as the
// process that started it is gone, even when that one was killed outright and could clean nothing up.
// The other end of file descriptor 3 is a pipe that the starting process holds open and never writes to.
import net from 'node:net';

// Helpers that the server forks inherit the option, but not the pipe.
if (process.argv[1]?.endsWith('server-main.js')) {
  const lifeline = new net.Socket({ fd: 3, readable: true, writable: false });
  lifeline.on('error', leave).on('close', leave).resume().unref();
}

function leave() {
  try {
    // The server leads its own process group; on Windows it has none, and its helpers notice themselves that it is gone.
    if (process.platform !== 'win32') process.kill(-process.pid, 'SIGKILL');
  } finally {
    process.exit(0);
  }
}
