// Loaded by `node --require`: tells the process above how many milliseconds the event loop was blocked at the most.
const { monitorEventLoopDelay } = require('node:perf_hooks');

const delay = monitorEventLoopDelay({ resolution: 1 });
process.on('message', (message) => {
  if (message === 'begin') delay.enable();
  else process.send(delay.max / 1e6);
});
process.channel.unref();
