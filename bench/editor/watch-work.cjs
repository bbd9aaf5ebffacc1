// Loaded by `node --require`: tells the process above what the agent worked between `begin` and `end`.
const { monitorEventLoopDelay, performance } = require('node:perf_hooks');

const delay = monitorEventLoopDelay({ resolution: 1 });
let cpu;
let times = [];
const begun = new Map();

// Server time: from the moment at which a request's turn comes to the one at which its answer is handed to the stream; and
// with what goes before it, since the request was read. The library takes its messages up by setImmediate, in order.
const emit = process.stdin.emit;
process.stdin.emit = function (event, chunk, ...rest) {
  if (event === 'data' && Buffer.isBuffer(chunk)) {
    const id = /"id":(\d+),"method":"textDocument\/hover"/.exec(chunk.toString('latin1'))?.[1];
    if (id !== undefined) {
      const time = { read: performance.now(), turn: 0 };
      begun.set(id, time);
      setImmediate(() => (time.turn = performance.now()));
    }
  }
  return emit.call(this, event, chunk, ...rest);
};
const write = process.stdout.write;
process.stdout.write = function (chunk, ...rest) {
  const id = /"id":(\d+),"result"/.exec(Buffer.isBuffer(chunk) ? chunk.toString('latin1', 0, 200) : '')?.[1];
  if (begun.has(id)) {
    const { read, turn } = begun.get(id);
    times.push({ own: performance.now() - turn, all: performance.now() - read });
    begun.delete(id);
  }
  return write.call(this, chunk, ...rest);
};

process.on('message', (message) => {
  if (message === 'begin') {
    times = [];
    delay.reset();
    delay.enable();
    cpu = process.cpuUsage();
  } else {
    process.send({ cpu: milliseconds(process.cpuUsage(cpu)), blocked: delay.max / 1e6, usuallyBlocked: delay.percentile(99) / 1e6, times });
  }
});
process.channel.unref();

function milliseconds({ user, system }) {
  return (user + system) / 1000;
}
