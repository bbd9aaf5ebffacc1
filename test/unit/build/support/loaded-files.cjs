// Loaded by `node --require`: tells at the end which files Node.js loaded, apart from this one, or which modules of its own.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { LOADED_FILES, LOADED_BUILTINS } = process.env;
  if (LOADED_FILES) writeFileSync(LOADED_FILES, JSON.stringify(Object.keys(require.cache).filter((file) => file !== __filename)));
  if (LOADED_BUILTINS) writeFileSync(LOADED_BUILTINS, JSON.stringify(process.moduleLoadList));
});
