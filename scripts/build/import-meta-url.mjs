/** What `import.meta.url` is in CommonJS; the build puts it into each file that asks. */
import { pathToFileURL } from 'node:url';

export const importMetaUrl = /* @__PURE__ */ (() => pathToFileURL(__filename).href)();
