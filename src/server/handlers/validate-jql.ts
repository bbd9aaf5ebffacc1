import { DiagnosticSeverity } from 'vscode-languageserver/node';
import type { Handler } from '../handler.ts';

/** `jira/validateJql`: what is wrong with a query, and where. */
export const validateJql: Handler<'jira/validateJql'> = async ({ provider, jql }, { core }, signal) => {
  const [{ accessTo }, { validate }, { Lines }] = await Promise.all([import('../../core/issues/access.ts'), import('../../core/jql/validate.ts'), import('../../core/jql/positions.ts')]);
  const { problems, checked, warnings } = await validate(await accessTo(core, { provider }, signal), core.jql, jql, signal);
  const lines = new Lines(jql);
  return {
    problems: problems.map(({ message, hint, source, isWarning, ...span }) => ({
      range: lines.range(span),
      severity: isWarning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
      message,
      ...(hint === undefined ? {} : { hint }),
      source,
    })),
    checked,
    warnings: [...warnings],
  };
};
