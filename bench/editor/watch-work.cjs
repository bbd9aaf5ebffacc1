// Loaded by `node --require`: tells the process above what the agent worked between `begin` and `end`.
const { monitorEventLoopDelay, performance } = require('node:perf_hooks');

const delay = monitorEventLoopDelay({ resolution: 1 });
let utilization;
let times = [];
const begun = new Map();

// Server time: from the moment at which Node.js has read a request to the one at which its answer is handed to the stream.
const emit = process.stdin.emit;
process.stdin.emit = function (event, chunk, ...rest) {
  if (event === 'data' && Buffer.isBuffer(chunk)) {
    const id = /"id":(\d+),"method":"textDocument\/hover"/.exec(chunk.toString('latin1'))?.[1];
    if (id !== undefined) begun.set(id, performance.now());
  }
  return emit.call(this, event, chunk, ...rest);
};
const write = process.stdout.write;
process.stdout.write = function (chunk, ...rest) {
  const id = /"id":(\d+),"result"/.exec(Buffer.isBuffer(chunk) ? chunk.toString('latin1', 0, 200) : '')?.[1];
  if (begun.has(id)) {
    times.push(performance.now() - begun.get(id));
    begun.delete(id);
  }
  return write.call(this, chunk, ...rest);
};

process.on('message', (message) => {
  if (message === 'begin') {
    times = [];
    delay.reset();
    delay.enable();
    utilization = performance.eventLoopUtilization();
  } else {
    const { active } = performance.eventLoopUtilization(utilization);
    process.send({ active, blocked: delay.max / 1e6, times });
  }
});
process.channel.unref();
