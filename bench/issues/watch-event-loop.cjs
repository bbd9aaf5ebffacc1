// Loaded by `node --require`: tells the process above how many milliseconds the event loop was blocked at the most, and
// how many of processor time were used.
const { monitorEventLoopDelay } = require('node:perf_hooks');

const delay = monitorEventLoopDelay({ resolution: 1 });
let before;
process.on('message', (message) => {
  if (message === 'begin') {
    delay.enable();
    before = process.cpuUsage();
  } else {
    const { user, system } = process.cpuUsage(before);
    process.send({ blocked: delay.max / 1e6, processorTime: (user + system) / 1000 });
  }
});
process.channel.unref();
