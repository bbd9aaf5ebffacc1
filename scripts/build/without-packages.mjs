/**
 * Leaves packages out that a library asks for, and does without where they are missing.
 *
 * @param {readonly string[]} names
 * @returns {import('esbuild').Plugin}
 */
export function withoutPackages(names) {
  const filter = new RegExp(`^(${names.join('|')})$`);
  return {
    name: 'without-packages',
    setup({ onResolve, onLoad }) {
      onResolve({ filter }, ({ path }) => ({ path, namespace: 'left-out' }));
      onLoad({ filter, namespace: 'left-out' }, ({ path }) => ({ contents: `throw new Error('${path} is left out.');` }));
    },
  };
}
