// Loaded by `node --require`: tells at the end which files Node.js loaded, apart from its own modules and this one.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const files = Object.keys(require.cache).filter((file) => file !== __filename);
  writeFileSync(process.env.LOADED_FILES, JSON.stringify(files));
});
